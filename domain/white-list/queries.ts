import { and, asc, desc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { isAmong } from '@/db/among'
import type { Database } from '@/db/client'
import {
  introduction,
  match,
  member,
  need,
  organisation,
  service,
  whiteListEntry,
} from '@/db/schema'
import type { OfficialActor } from '../actor'
import { dayOf, type Day } from '../calendar/calendar'
import type { Chain } from '../chain/chain'
import { noteLooks } from '../consent/note-looks'
import type { Context } from '../context'
import { liveStates } from '../introduction/introduction'
import { counted, isFinancing } from '../ledger/conditions'
import { inScope } from '../organisation/scope'
import { rowsCounted } from '../totals/question'
import type { Question } from '../totals/totals'
import { standingIn, type ListedCompany, type ListStanding, type NextStep } from './white-list'

const authority = alias(organisation, 'authority')
const financier = alias(organisation, 'financier')

/** Entries that stand on a day. */
function standsOn(day: Day) {
  return and(
    lte(whiteListEntry.batchOn, day),
    or(isNull(whiteListEntry.endedOn), gte(whiteListEntry.endedOn, day)),
  )
}

/** The entries of the companies in scope, with the contact of each. */
function listEntries({ db, actor, now }: Context<OfficialActor>) {
  return db
    .select({
      id: organisation.id,
      name: organisation.name,
      chain: whiteListEntry.chain,
      batchOn: whiteListEntry.batchOn,
      validTo: whiteListEntry.endedOn,
      contactId: member.id,
      contactName: member.name,
      authority: authority.name,
    })
    .from(whiteListEntry)
    .innerJoin(organisation, eq(organisation.id, whiteListEntry.organisationId))
    .leftJoin(member, eq(member.id, whiteListEntry.contactMemberId))
    .leftJoin(authority, eq(authority.id, member.organisationId))
    .where(and(standsOn(dayOf(now)), inScope(actor.scope)))
    .orderBy(asc(organisation.name), asc(whiteListEntry.chain))
}

/** Ids of the companies among some of which something holds. */
const setOf = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id))

async function listServed(context: Context<OfficialActor>, question: Question, ids: string[]) {
  const rows = await context.db
    .selectDistinct({ id: service.companyId })
    .from(service)
    .where(and(rowsCounted(context, question), isAmong(service.companyId, ids)))
  return setOf(rows)
}

/** Those that a financier ever answered, or that the ledger ever had a contact or money of. */
async function listAnswered(db: Database, ids: string[]) {
  const answered = await db
    .selectDistinct({ id: introduction.companyId })
    .from(introduction)
    .where(
      and(
        isAmong(introduction.companyId, ids),
        or(eq(introduction.origin, 'claimed'), sql`${introduction.answeredAt} is not null`),
      ),
    )
  const rows = await db
    .selectDistinct({ id: service.companyId })
    .from(service)
    .where(and(isAmong(service.companyId, ids), counted(null)))
  return setOf([...answered, ...rows])
}

function listLastServices(db: Database, ids: string[]) {
  return db
    .selectDistinctOn([service.companyId], {
      id: service.companyId,
      on: service.happenedOn,
      amountFen: service.amountFen,
      financier: financier.name,
    })
    .from(service)
    .innerJoin(financier, eq(financier.id, service.financierId))
    .where(and(isAmong(service.companyId, ids), eq(service.rung, 6), counted(null), isFinancing))
    .orderBy(service.companyId, desc(service.happenedOn), desc(service.id))
}

/** Published needs with something still open, longest waiting first. */
function listOpenNeeds(db: Database, ids: string[]) {
  return db
    .select({
      id: need.id,
      companyId: need.organisationId,
      openFen: need.openFen,
      dueAt:
        sql<Date | null>`case when ${need.firstAnswerAt} is null then ${need.answerDueAt} end`.mapWith(
          need.answerDueAt,
        ),
      fitting: sql<number>`(select count(*)::int from ${match} where ${match.needId} = ${need.id} and ${match.eligible})`,
    })
    .from(need)
    .where(
      and(isAmong(need.organisationId, ids), eq(need.state, 'published'), sql`${need.openFen} > 0`),
    )
    .orderBy(asc(need.publishedAt), asc(need.id))
}

function listTalks(db: Database, ids: string[]) {
  return db
    .select({
      companyId: introduction.companyId,
      needId: introduction.needId,
      dueAt: introduction.dueAt,
    })
    .from(introduction)
    .where(and(isAmong(introduction.companyId, ids), inArray(introduction.state, [...liveStates])))
    .orderBy(asc(introduction.dueAt), asc(introduction.id))
}

function nextOf(
  standing: ListStanding,
  need: ListedCompany['need'],
  talkNeedId: string | undefined,
): NextStep {
  if (standing === 'served') return null
  if (talkNeedId) return { step: 'open', needId: talkNeedId }
  if (!need) return standing === 'never' ? { step: 'invite' } : null
  return { step: need.fitting > 0 ? 'assign' : 'tell', needId: need.id }
}

/** The companies that stand on the white list today, each once, with where it stands in the period that a question asks. */
export async function listWhiteList(
  context: Context<OfficialActor>,
  question: Question,
): Promise<ListedCompany[]> {
  const { db } = context
  const entries = await listEntries(context)
  const ids = [...new Set(entries.map(({ id }) => id))]
  if (ids.length === 0) return []
  const [served, answered, last, needs, talks] = [
    await listServed(context, question, ids),
    await listAnswered(db, ids),
    await listLastServices(db, ids),
    await listOpenNeeds(db, ids),
    await listTalks(db, ids),
  ]
  await noteLooks(context, ids, ['identity', 'need', 'service'], 'list')
  const lastOf = new Map(last.map(({ id, ...rest }) => [id, rest]))
  return ids.map((id) => {
    const own = entries.filter((one) => one.id === id)
    const [first] = own
    if (!first) throw new Error('a company is listed by an entry')
    const ownNeeds = needs.filter((one) => one.companyId === id)
    const ownTalks = talks.filter((one) => one.companyId === id)
    const standing = standingIn({
      served: served.has(id),
      inTalk: ownTalks.length > 0,
      answered: answered.has(id),
    })
    const [waiting] = ownNeeds
    const need = waiting
      ? { id: waiting.id, openFen: waiting.openFen, fitting: waiting.fitting }
      : null
    const due = [...ownNeeds, ...ownTalks].flatMap(({ dueAt }) => dueAt ?? [])
    return {
      id,
      name: first.name,
      chains: own.map(({ chain }) => chain),
      batchOn: first.batchOn,
      validTo: own.map(({ validTo }) => validTo).toSorted()[0] ?? null,
      contact:
        first.contactName && first.authority
          ? { name: first.contactName, authority: first.authority }
          : null,
      contactId: first.contactId,
      standing,
      last: lastOf.get(id) ?? null,
      need,
      dueAt: due.length > 0 ? new Date(Math.min(...due.map(Number))) : null,
      next: nextOf(standing, need, ownTalks[0]?.needId),
    }
  })
}

/** How the list came about: what was added and what ended, by day. */
export async function listBatches({ db, actor }: Context<OfficialActor>) {
  return db
    .select({
      batchOn: whiteListEntry.batchOn,
      companies: sql<number>`count(distinct ${whiteListEntry.organisationId})::int`,
      chains: sql<number>`count(distinct ${whiteListEntry.chain})::int`,
      validTo: sql<Day | null>`max(${whiteListEntry.endedOn})::text`,
    })
    .from(whiteListEntry)
    .innerJoin(organisation, eq(organisation.id, whiteListEntry.organisationId))
    .where(inScope(actor.scope))
    .groupBy(whiteListEntry.batchOn)
    .orderBy(desc(whiteListEntry.batchOn))
}

export interface PublicListed {
  name: string
  chain: Chain
  batchOn: Day
}

/** What anyone reads of the list: names, chains and batch. */
export function listPublicWhiteList(db: Database, on: Day): Promise<PublicListed[]> {
  return db
    .select({
      name: organisation.name,
      chain: whiteListEntry.chain,
      batchOn: whiteListEntry.batchOn,
    })
    .from(whiteListEntry)
    .innerJoin(organisation, eq(organisation.id, whiteListEntry.organisationId))
    .where(standsOn(on))
    .orderBy(asc(whiteListEntry.chain), asc(organisation.name))
}
