import { and, asc, eq, sql } from 'drizzle-orm'
import { match, need, organisation, product } from '@/db/schema'
import type { OfficialActor } from '../actor'
import type { Chain } from '../chain/chain'
import { noteLooks } from '../consent/note-looks'
import type { Context } from '../context'
import { inScope } from '../organisation/scope'
import type { FinancingClass } from '../product/classes'
import { bandFrom, type AmountBand } from './supply'

/** Open needs in scope, the longest waiting first, each with the classes of the products that fit it, as they were judged last. */
export async function listAskedNeeds({ db, actor }: Context<OfficialActor>) {
  return db
    .select({
      id: need.id,
      code: need.code,
      companyId: need.organisationId,
      companyName: organisation.name,
      publishedAt: need.publishedAt,
      openFen: need.openFen,
      classes: need.classes,
      chain: sql<Chain | null>`${need.facts} -> 'chains' ->> 0`,
      offered: sql<
        FinancingClass[]
      >`array(select distinct ${product.class} from ${match} join ${product} on ${product.id} = ${match.productId} where ${match.needId} = ${need.id} and ${match.eligible} and ${product.state} = 'live' order by 1)`,
    })
    .from(need)
    .innerJoin(organisation, eq(organisation.id, need.organisationId))
    .where(and(eq(need.state, 'published'), sql`${need.openFen} > 0`, inScope(actor.scope)))
    .orderBy(asc(need.publishedAt), asc(need.id))
}
export type AskedNeedRow = Awaited<ReturnType<typeof listAskedNeeds>>[number]

export interface OfferedProduct {
  class: FinancingClass
  amountMinFen: number
  amountMaxFen: number
}

/** The products on offer in the city, of admitted financiers. */
export function listOffered({ db }: Context<OfficialActor>): Promise<OfferedProduct[]> {
  return db
    .select({
      class: product.class,
      amountMinFen: product.amountMinFen,
      amountMaxFen: product.amountMaxFen,
    })
    .from(product)
    .innerJoin(organisation, eq(organisation.id, product.financierId))
    .where(and(eq(product.state, 'live'), eq(organisation.state, 'admitted')))
}

/** Whether a product reaches into a band of amounts. */
export function reachesBand(
  { amountMinFen, amountMaxFen }: OfferedProduct,
  band: { id: AmountBand; most: number },
): boolean {
  return amountMaxFen > bandFrom(band.id) && amountMinFen <= band.most
}

export const ASKED_A_PAGE = 50

/** Those of the needs that a page shows are looks. */
export function noteAsked(context: Context<OfficialActor>, shown: readonly AskedNeedRow[]) {
  const companies = shown.map(({ companyId }) => companyId)
  return noteLooks(context, companies, ['identity', 'need'], 'list')
}
