import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { consent, disclosure, introduction, member, need, organisation, product } from '@/db/schema'
import type { CompanyActor } from '../actor'
import { dayOf, type Day } from '../calendar/calendar'
import type { Context } from '../context'
import { liveStates } from '../introduction/introduction'
import { isInForce, isOfTwo, type Two } from './in-force'
import { findTakenBack } from './taken-back'

/** Who may read what of the company: each financier with its consents in force and the talks of the two that they serve. */
export async function listOwnConsents({ db, actor, now }: Context<CompanyActor>) {
  const consents = await db
    .select({
      financierId: consent.financierId,
      financierName: organisation.name,
      fieldGroup: consent.fieldGroup,
      purpose: consent.purpose,
      until: consent.until,
      givenAt: consent.givenAt,
    })
    .from(consent)
    .innerJoin(organisation, eq(organisation.id, consent.financierId))
    .where(and(eq(consent.companyId, actor.organisationId), isInForce(dayOf(now))))
    .orderBy(asc(organisation.name), asc(consent.fieldGroup))
  const talks = await db
    .select({
      id: introduction.id,
      financierId: introduction.financierId,
      state: introduction.state,
      needCode: need.code,
      class: product.class,
    })
    .from(introduction)
    .innerJoin(need, eq(need.id, introduction.needId))
    .innerJoin(product, eq(product.id, introduction.productId))
    .where(
      and(
        eq(introduction.companyId, actor.organisationId),
        inArray(introduction.state, [...liveStates, 'drawn']),
      ),
    )
    .orderBy(asc(introduction.createdAt), asc(introduction.id))
  return [...new Set(consents.map(({ financierId }) => financierId))].map((financierId) => {
    const own = consents.filter((one) => one.financierId === financierId)
    return {
      financierId,
      financierName: own[0]?.financierName ?? '',
      consents: own,
      talks: talks.filter((one) => one.financierId === financierId),
    }
  })
}

/** What is open between two now, by whichever talk, and their talks that are live or drawn: it serves them all. */
export async function findOpenBetween(db: Database, two: Two, today: Day) {
  const consents = await db
    .select({ fieldGroup: consent.fieldGroup, purpose: consent.purpose, until: consent.until })
    .from(consent)
    .where(and(isOfTwo(two), isInForce(today)))
    .orderBy(asc(consent.fieldGroup))
  const talks = await db
    .select({ id: introduction.id, state: introduction.state })
    .from(introduction)
    .where(
      and(
        eq(introduction.companyId, two.companyId),
        eq(introduction.financierId, two.financierId),
        inArray(introduction.state, [...liveStates, 'drawn']),
      ),
    )
  return { consents, talks }
}

/** What is open to a financier already, were it invited. */
export async function listOpenTo({ db, actor, now }: Context<CompanyActor>, financierId: string) {
  const two = { companyId: actor.organisationId, financierId }
  return (await findOpenBetween(db, two, dayOf(now))).consents
}

/** What the company took back last from the financier of one of its talks, and whether it can be undone there. */
export async function findOwnTakenBack(
  { db, actor, now }: Context<CompanyActor>,
  introductionId: string,
) {
  const [talk] = await db
    .select({ companyId: introduction.companyId, financierId: introduction.financierId })
    .from(introduction)
    .where(
      and(eq(introduction.id, introductionId), eq(introduction.companyId, actor.organisationId)),
    )
  return talk ? findTakenBack(db, talk, dayOf(now)) : null
}

/** Who has seen the company, newest first: financiers it consented to, and officials. */
export function listOwnDisclosures({ db, actor }: Context<CompanyActor>, most: number) {
  return db
    .select({
      id: disclosure.id,
      at: disclosure.at,
      groups: disclosure.groups,
      readerId: disclosure.readerId,
      readerKind: organisation.kind,
      readerName: organisation.name,
      memberName: member.name,
      introductionId: disclosure.introductionId,
      exported: disclosure.exported,
    })
    .from(disclosure)
    .innerJoin(organisation, eq(organisation.id, disclosure.readerId))
    .innerJoin(member, eq(member.id, disclosure.memberId))
    .where(eq(disclosure.companyId, actor.organisationId))
    .orderBy(desc(disclosure.at), desc(disclosure.id))
    .limit(most)
}

/** How often the company was seen in all. */
export function countOwnDisclosures({ db, actor }: Context<CompanyActor>): Promise<number> {
  return db.$count(disclosure, eq(disclosure.companyId, actor.organisationId))
}
