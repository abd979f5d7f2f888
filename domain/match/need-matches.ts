/** The products that fit a published need, best fit first, as its company and officials read them. */
import { and, asc, desc, eq, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { match, need, organisation, product } from '@/db/schema'
import type { CompanyActor, OfficialActor } from '../actor'
import type { Context } from '../context'
import { inScope } from '../organisation/scope'
import { isOnOffer } from '../product/on-offer'
import { maskRows, unknownHard } from './match'

const company = alias(organisation, 'company')

/** The products that could finance the company's published need, best fit first, with their rule rows. */
export function listOwnMatches({ db, actor }: Context<CompanyActor>, needId: string) {
  return db
    .select({
      id: match.id,
      fit: match.fit,
      parts: match.parts,
      rows: match.rows,
      record: match.record,
      judgedAt: match.judgedAt,
      rulesVersion: match.rulesVersion,
      product,
      financierName: organisation.name,
      financierKind: organisation.financierKind,
    })
    .from(match)
    .innerJoin(need, eq(need.id, match.needId))
    .innerJoin(product, eq(product.id, match.productId))
    .innerJoin(organisation, eq(organisation.id, match.financierId))
    .where(
      and(
        eq(match.needId, needId),
        eq(need.organisationId, actor.organisationId),
        eq(match.eligible, true),
        isOnOffer(),
      ),
    )
    .orderBy(desc(match.fit), asc(match.id))
}

export type OwnMatch = Awaited<ReturnType<typeof listOwnMatches>>[number]

/** Of a need in scope; hidden figures read *within* or *outside*. */
export async function listMatchesInScope({ db, actor }: Context<OfficialActor>, needId: string) {
  const rows = await db
    .select({
      id: match.id,
      fit: match.fit,
      parts: match.parts,
      rows: match.rows,
      record: match.record,
      rulesVersion: match.rulesVersion,
      productId: match.productId,
      financierId: match.financierId,
      productName: product.name,
      productClass: product.class,
      financierName: organisation.name,
    })
    .from(match)
    .innerJoin(need, eq(need.id, match.needId))
    .innerJoin(company, eq(company.id, need.organisationId))
    .innerJoin(product, eq(product.id, match.productId))
    .innerJoin(organisation, eq(organisation.id, match.financierId))
    .where(
      and(
        eq(match.needId, needId),
        ne(need.state, 'draft'),
        inScope(actor.scope, company),
        eq(match.eligible, true),
        isOnOffer(),
      ),
    )
    .orderBy(desc(match.fit), asc(match.id))
  return rows.map((row) => ({
    ...row,
    rows: maskRows(row.rows, true),
    unknown: unknownHard(row.rows),
  }))
}
