import { and, asc, desc, eq, inArray, or } from 'drizzle-orm'
import { introduction, need, offer, organisation, product, service } from '@/db/schema'
import type { CompanyActor } from '../actor'
import type { Context } from '../context'

/** What waits for the company, each kind by its clock: requests, offers to answer, drawings to confirm, needs to mend. */
export async function listOwnTasks({ db, actor }: Context<CompanyActor>) {
  const own = actor.organisationId
  const [requests, offers, drawings, unfinished] = await Promise.all([
    db
      .select({
        id: introduction.id,
        askedGroups: introduction.askedGroups,
        askedPurpose: introduction.askedPurpose,
        askedUntil: introduction.askedUntil,
        dueAt: introduction.dueAt,
        financierName: organisation.name,
        productName: product.name,
        needId: introduction.needId,
      })
      .from(introduction)
      .innerJoin(organisation, eq(organisation.id, introduction.financierId))
      .innerJoin(product, eq(product.id, introduction.productId))
      .where(and(eq(introduction.companyId, own), eq(introduction.state, 'requested')))
      .orderBy(asc(introduction.dueAt), asc(introduction.id)),
    db
      .select({
        id: offer.id,
        state: offer.state,
        needId: offer.needId,
        needVersion: offer.needVersion,
        currentVersion: need.version,
        amountFen: offer.amountFen,
        allInBp: offer.allInBp,
        validUntil: offer.validUntil,
        financierName: organisation.name,
      })
      .from(offer)
      .innerJoin(introduction, eq(introduction.id, offer.introductionId))
      .innerJoin(need, eq(need.id, offer.needId))
      .innerJoin(organisation, eq(organisation.id, introduction.financierId))
      .where(
        and(
          eq(introduction.companyId, own),
          or(
            eq(offer.state, 'approved'),
            // One on terms that were amended since can only be made anew, by its financier.
            and(eq(offer.state, 'indicative'), eq(offer.needVersion, need.version)),
          ),
        ),
      )
      .orderBy(asc(offer.validUntil), asc(offer.id)),
    db
      .select({
        id: service.id,
        amountFen: service.amountFen,
        happenedOn: service.happenedOn,
        class: service.class,
        contractNo: service.contractNo,
        confirmDueAt: service.confirmDueAt,
        financierName: organisation.name,
      })
      .from(service)
      .innerJoin(organisation, eq(organisation.id, service.financierId))
      .where(
        and(eq(service.organisationId, own), eq(service.rung, 6), eq(service.state, 'reported')),
      )
      .orderBy(asc(service.confirmDueAt), asc(service.id)),
    db
      .select()
      .from(need)
      .where(and(eq(need.organisationId, own), inArray(need.state, ['draft', 'returned'])))
      .orderBy(desc(need.savedAt)),
  ])
  return {
    requests,
    offers,
    drawings,
    returned: unfinished.filter(({ state }) => state === 'returned'),
    drafts: unfinished.filter(({ state }) => state === 'draft'),
  }
}

export type OwnTasks = Awaited<ReturnType<typeof listOwnTasks>>
