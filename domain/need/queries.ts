import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import {
  introduction,
  match,
  member,
  need,
  offer,
  organisation,
  product,
  service,
} from '@/db/schema'
import { listBeingJudged } from '@/ports/queue'
import type { CompanyActor, OfficialActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import { recordEvent } from '../event/record-event'
import { maskRows } from '../match/match'
import { inScope } from '../organisation/scope'
import { isOnOffer } from '../product/on-offer'
import { withoutAccounts } from '../profile/profile'
import { readFacts } from '../profile/queries'
import { readCrowd } from './crowd'
import { termsOf } from './need'
import { teaserOf, wideningFor, type Teaser } from './teaser'

export type NeedRow = typeof need.$inferSelect

/** The company's needs (or the one named), newest first, each with how far its introductions have come. */
export async function listOwnNeeds({ db, actor }: Context<CompanyActor>, needId?: string) {
  const needs = await db
    .select()
    .from(need)
    .where(
      and(
        eq(need.organisationId, actor.organisationId),
        needId === undefined ? undefined : eq(need.id, needId),
      ),
    )
    .orderBy(desc(need.createdAt), desc(need.id))
  if (needs.length === 0) return []
  const ids = needs.map(({ id }) => id)
  const introductions = await db
    .select({
      id: introduction.id,
      code: introduction.code,
      needId: introduction.needId,
      state: introduction.state,
      origin: introduction.origin,
      stateAt: introduction.stateAt,
      dueAt: introduction.dueAt,
      createdAt: introduction.createdAt,
      openedAt: introduction.openedAt,
      contactedAt: introduction.contactedAt,
      fileCompleteAt: introduction.fileCompleteAt,
      approvedAt: introduction.approvedAt,
      drawnAt: introduction.drawnAt,
      endedAt: introduction.endedAt,
      ending: introduction.ending,
      declineCode: introduction.declineCode,
      financierId: introduction.financierId,
      financierName: organisation.name,
      assignedTo: member.name,
      productId: product.id,
      productName: product.name,
      productClass: product.class,
      decisionDays: product.decisionDays,
    })
    .from(introduction)
    .innerJoin(organisation, eq(organisation.id, introduction.financierId))
    .innerJoin(product, eq(product.id, introduction.productId))
    .leftJoin(member, eq(member.id, introduction.assignedMemberId))
    .where(inArray(introduction.needId, ids))
    .orderBy(asc(introduction.createdAt))
  const drawings = await db
    .select({
      needId: introduction.needId,
      introductionId: service.introductionId,
      happenedOn: service.happenedOn,
      amountFen: service.amountFen,
      state: service.state,
      confirmDueAt: service.confirmDueAt,
    })
    .from(service)
    .innerJoin(introduction, eq(introduction.id, service.introductionId))
    .where(and(inArray(introduction.needId, ids), eq(service.rung, 6), ne(service.state, 'voided')))
    .orderBy(asc(service.happenedOn))
  const offers = await db
    .select()
    .from(offer)
    .where(and(inArray(offer.needId, ids), ne(offer.state, 'replaced')))
    .orderBy(asc(offer.createdAt))
  const matches = await db
    .select({
      needId: match.needId,
      products: sql<number>`count(*)::int`,
      financiers: sql<number>`count(distinct ${match.financierId})::int`,
    })
    .from(match)
    .innerJoin(product, eq(product.id, match.productId))
    .where(and(inArray(match.needId, ids), eq(match.eligible, true), isOnOffer()))
    .groupBy(match.needId)
  const published = needs.filter(({ state }) => state === 'published')
  const beingJudged = await listBeingJudged(
    db,
    'judge-need',
    published.map(({ id }) => id),
  )
  return needs.map((one) => ({
    ...one,
    introductions: introductions
      .filter(({ needId }) => needId === one.id)
      .map((met) => ({
        ...met,
        offers: offers.filter(({ introductionId }) => introductionId === met.id),
        drawings: drawings.filter(({ introductionId }) => introductionId === met.id),
      })),
    fitting: matches.find(({ needId }) => needId === one.id) ?? { products: 0, financiers: 0 },
    /** What is said of who fits it is not true yet. */
    isBeingJudged: beingJudged.has(one.id),
  }))
}

export type OwnNeed = Awaited<ReturnType<typeof listOwnNeeds>>[number]

export async function findOwnNeed(
  { db, actor }: Context<CompanyActor>,
  needId: string,
): Promise<NeedRow | null> {
  const [own] = await db
    .select()
    .from(need)
    .where(and(eq(need.id, needId), eq(need.organisationId, actor.organisationId)))
  return own ?? null
}

/** How many needs are in review or published, to explain why no more can be. */
export async function countOwnOpenNeeds({ db, actor }: Context<CompanyActor>): Promise<number> {
  const [row] = await db
    .select({ open: sql<number>`count(*)::int` })
    .from(need)
    .where(
      and(
        eq(need.organisationId, actor.organisationId),
        inArray(need.state, ['in-review', 'published']),
      ),
    )
  return row?.open ?? 0
}

/** What a financier would read of a draft: the teaser word for word, or null while the terms are incomplete. */
export async function previewTeaser(
  { db, now }: Context<CompanyActor>,
  own: NeedRow,
): Promise<Teaser | null> {
  const terms = termsOf(own)
  if (terms.amountFen === null || terms.useKind === null || terms.wantedBy === null) return null
  const today = dayOf(now)
  const facts = await readFacts(db, own.organisationId, today)
  return teaserOf(terms, facts, wideningFor(facts, await readCrowd(db, facts)), today)
}

/**
 * One need in scope with its company and its introductions. Never the private least, the accounts or
 * a single decline's code; every look at a company is kept.
 */
export async function findNeedInScope(context: Context<OfficialActor>, needId: string) {
  const { db, actor } = context
  const [found] = await db
    .select({ need, company: organisation })
    .from(need)
    .innerJoin(organisation, eq(organisation.id, need.organisationId))
    .where(and(eq(need.id, needId), ne(need.state, 'draft'), inScope(actor.scope)))
  if (!found) return null
  await recordEvent(db, context, 'organisation.looked-at', found.company.id, {
    companyId: found.company.id,
  })
  const met = await db
    .select({ introduction, financierName: organisation.name, productName: product.name })
    .from(introduction)
    .innerJoin(organisation, eq(organisation.id, introduction.financierId))
    .innerJoin(product, eq(product.id, introduction.productId))
    .where(eq(introduction.needId, needId))
    .orderBy(asc(introduction.createdAt))
  // A single decline's code and words are the company's; the rows read *within* or *outside*.
  const introductions = met.map(({ introduction: row, ...names }) => {
    const { declineCode: _code, endingWords: _words, rows, ...kept } = row
    return { introduction: { ...kept, rows: maskRows(rows, true) }, ...names }
  })
  const { leastFen: _private, facts, ...shown } = found.need
  const beingJudged = await listBeingJudged(db, 'judge-need', [needId])
  return {
    need: { ...shown, facts: facts && withoutAccounts(facts) },
    isBeingJudged: shown.state === 'published' && beingJudged.has(needId),
    company: found.company,
    introductions,
  }
}
