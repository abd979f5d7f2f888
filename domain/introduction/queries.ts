import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import {
  consent,
  contact,
  introduction,
  member,
  need,
  offer,
  organisation,
  product,
  service,
} from '@/db/schema'
import type { CompanyActor, FinancierActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import { isReadNow, mayRead } from '../consent/in-force'
import { noteListed } from '../consent/note-looks'
import type { Context } from '../context'
import { countedStates } from '../ledger/ledger'
import { maskLeadRows } from '../match/match'
import { teaserToday } from '../need/teaser'
import { financierMoves, introductionStates, type IntroductionState } from './introduction'
import { listDrawings, listOffers } from './rows-of-talk'

const acceptedFen = sql<
  number | null
>`(select ${offer.amountFen} from ${offer} where ${offer.introductionId} = ${introduction.id} and ${offer.state} = 'accepted')`

/** Drawings that count: a disputed one stands apart. */
const drawnFen = sql<number>`coalesce((select sum(${service.amountFen}) from ${service} where ${and(
  eq(service.introductionId, introduction.id),
  eq(service.rung, 6),
  inArray(service.state, [...countedStates]),
)}), 0)`

/** How a financier's introductions stand: newest move first within a state. Each name that it shows is a look. */
export async function listOwnIntroductions(
  context: Context<FinancierActor>,
  states: readonly IntroductionState[] = introductionStates,
) {
  return context.db.transaction(async (tx) => {
    const rows = await selectOwn({ ...context, db: tx }, states)
    await noteListed(
      tx,
      context,
      rows.map((row) => ({ ...row, introductionId: row.id })),
    )
    const today = dayOf(context.now)
    return rows.map(({ companyId: _company, asked, ...row }) => ({
      ...row,
      teaser: teaserToday(asked, today),
    }))
  })
}

function selectOwn(
  { db, actor, now }: Context<FinancierActor>,
  states: readonly IntroductionState[],
) {
  const today = dayOf(now)
  return db
    .select({
      id: introduction.id,
      companyId: introduction.companyId,
      code: introduction.code,
      state: introduction.state,
      origin: introduction.origin,
      stateAt: introduction.stateAt,
      dueAt: introduction.dueAt,
      createdAt: introduction.createdAt,
      endedAt: introduction.endedAt,
      ending: introduction.ending,
      declineCode: introduction.declineCode,
      fit: introduction.leadFit,
      asked: { state: need.state, facts: need.facts, teaser: need.teaser },
      needCode: need.code,
      openFen: need.openFen,
      amountFen: need.amountFen,
      productName: product.name,
      productClass: product.class,
      assignedTo: member.name,
      assignedMemberId: introduction.assignedMemberId,
      /** What was accepted, in fen; null before. */
      acceptedFen: acceptedFen.mapWith((fen) => (fen === null ? null : Number(fen))),
      /** What was drawn, in fen. */
      drawnFen: drawnFen.mapWith(Number),
      /** Only while the company's consent to its identity holds. */
      companyName: sql<
        string | null
      >`(select ${organisation.name} from ${organisation} where ${organisation.id} = ${introduction.companyId} and ${mayRead(introduction.id, 'identity', today)})`,
    })
    .from(introduction)
    .innerJoin(need, eq(need.id, introduction.needId))
    .innerJoin(product, eq(product.id, introduction.productId))
    .leftJoin(member, eq(member.id, introduction.assignedMemberId))
    .where(
      and(
        eq(introduction.financierId, actor.organisationId),
        inArray(introduction.state, [...states]),
      ),
    )
    .orderBy(desc(introduction.stateAt), desc(introduction.id))
    .limit(500)
}

export type FinancierIntroduction = Awaited<ReturnType<typeof listOwnIntroductions>>[number]

/** One introduction as its financier reads it: the teaser, masked rows, contacts, offers and drawings. */
export async function findFinancierIntroduction(
  { db, actor, now }: Context<FinancierActor>,
  introductionId: string,
) {
  const [found] = await db
    .select({
      introduction,
      need,
      product,
      assignedTo: member.name,
      companyState: organisation.state,
    })
    .from(introduction)
    .innerJoin(need, eq(need.id, introduction.needId))
    .innerJoin(product, eq(product.id, introduction.productId))
    .innerJoin(organisation, eq(organisation.id, introduction.companyId))
    .leftJoin(member, eq(member.id, introduction.assignedMemberId))
    .where(
      and(eq(introduction.id, introductionId), eq(introduction.financierId, actor.organisationId)),
    )
  if (!found) return null
  const open = await db
    .select({ fieldGroup: consent.fieldGroup, until: consent.until })
    .from(consent)
    .where(and(eq(consent.introductionId, introductionId), isReadNow(dayOf(now))))
  const contacts = await db
    .select({
      kind: contact.kind,
      contactedOn: contact.contactedOn,
      note: contact.note,
      by: member.name,
    })
    .from(contact)
    .leftJoin(member, eq(member.id, contact.memberId))
    .where(eq(contact.introductionId, introductionId))
    .orderBy(asc(contact.contactedOn))
  const { openFen, code, state, version, publishedAt } = found.need
  const teaser = teaserToday(found.need, dayOf(now))
  if (!teaser) throw new Error(`need ${found.need.id} was met without a teaser`)
  // Whose need it is would link one company's needs to each other before it consents; its standing is in the teaser.
  const {
    companyId: _company,
    whiteListed: _standing,
    rows: _byFacts,
    leadRows,
    leadFit: fit,
    ...own
  } = found.introduction
  return {
    ...own,
    fit,
    rows: maskLeadRows(leadRows),
    need: { code, state, version, publishedAt, openFen, teaser },
    product: found.product,
    assignedTo: found.assignedTo,
    otherSuspended: found.companyState === 'suspended',
    consents: open,
    contacts,
    offers: await listOffers(db, introductionId),
    drawings: await listDrawings(db, introductionId),
  }
}

/** One introduction as its company reads it. The financier's notes of a contact are its own. */
export async function findCompanyIntroduction(
  { db, actor }: Context<CompanyActor>,
  introductionId: string,
) {
  const [found] = await db
    .select({
      introduction,
      need,
      product,
      financierName: organisation.name,
      financierKind: organisation.financierKind,
      financierState: organisation.state,
      contactName: member.name,
    })
    .from(introduction)
    .innerJoin(need, eq(need.id, introduction.needId))
    .innerJoin(product, eq(product.id, introduction.productId))
    .innerJoin(organisation, eq(organisation.id, introduction.financierId))
    .leftJoin(member, eq(member.id, introduction.assignedMemberId))
    .where(
      and(eq(introduction.id, introductionId), eq(introduction.companyId, actor.organisationId)),
    )
  if (!found) return null
  const consents = await db
    .select()
    .from(consent)
    .where(eq(consent.introductionId, introductionId))
    .orderBy(desc(consent.givenAt), asc(consent.fieldGroup))
  const contacts = await db
    .select({ kind: contact.kind, contactedOn: contact.contactedOn })
    .from(contact)
    .where(eq(contact.introductionId, introductionId))
    .orderBy(asc(contact.contactedOn))
  return {
    ...found.introduction,
    need: found.need,
    product: found.product,
    financierName: found.financierName,
    financierKind: found.financierKind,
    contactName: found.contactName,
    otherSuspended: found.financierState === 'suspended',
    consents,
    contacts,
    offers: await listOffers(db, introductionId),
    drawings: await listDrawings(db, introductionId),
  }
}

/** The open offers on one need of the company, side by side, each with the one that it replaced. */
export async function listOffersOnNeed(
  { db, actor }: Context<CompanyActor>,
  needId: string,
): Promise<OfferOnNeed[]> {
  const before = alias(offer, 'before')
  return db
    .select({ offer, before, financierName: organisation.name, product })
    .from(offer)
    .innerJoin(introduction, eq(introduction.id, offer.introductionId))
    .leftJoin(before, eq(before.id, offer.replacesId))
    .innerJoin(organisation, eq(organisation.id, introduction.financierId))
    .innerJoin(product, eq(product.id, introduction.productId))
    .where(
      and(
        eq(offer.needId, needId),
        eq(introduction.companyId, actor.organisationId),
        inArray(offer.state, ['indicative', 'asked', 'approved', 'accepted']),
      ),
    )
    .orderBy(asc(offer.allInBp), asc(offer.id))
}

export interface OfferOnNeed {
  offer: typeof offer.$inferSelect
  /** The one that it replaced. */
  before: typeof offer.$inferSelect | null
  financierName: string
  product: typeof product.$inferSelect
}

/** How many introductions wait for this financier's move, or for one of its members', and how many of them are overdue. */
export async function countOwnMoves(
  { db, actor, now }: Context<FinancierActor>,
  memberId?: string,
) {
  const [row] = await db
    .select({
      waiting: sql<number>`count(*)::int`,
      overdue: sql<number>`count(*) filter (where ${introduction.dueAt} <= ${now.toISOString()})::int`,
    })
    .from(introduction)
    .where(
      and(
        eq(introduction.financierId, actor.organisationId),
        memberId ? eq(introduction.assignedMemberId, memberId) : undefined,
        or(
          inArray(introduction.state, [...financierMoves]),
          and(eq(introduction.state, 'approved'), sql`${acceptedFen} is not null`),
        ),
      ),
    )
  return row ?? { waiting: 0, overdue: 0 }
}
