/** Financiers as they deal with the companies in an official's places. */
import { asc, desc, eq, sql } from 'drizzle-orm'
import { introduction, need, organisation, profile, service } from '@/db/schema'
import type { OfficialActor } from '../actor'
import { noteLooks } from '../consent/note-looks'
import type { Context } from '../context'
import type { DeclineCode } from '../introduction/introduction'
import { needsAsked } from '../totals/needs-asked'
import { percentile, SAMPLE_LEAST } from '../totals/percentile'
import { rowsCounted } from '../totals/question'
import { defaultDefinition, type Question } from '../totals/totals'
import { answerDays, isInSet, talkSets, type TalkSet } from './record'

type Asked = Pick<Question, 'period' | 'until' | 'cut'>

/** The talks of a question that began in its period, the latest first. */
export async function listTalks({ db, ...rest }: Context<OfficialActor>, question: Asked) {
  return db
    .select({
      id: introduction.id,
      code: introduction.code,
      needId: introduction.needId,
      needCode: need.code,
      companyId: introduction.companyId,
      companyName: organisation.name,
      financierId: introduction.financierId,
      classes: need.classes,
      state: introduction.state,
      origin: introduction.origin,
      createdAt: introduction.createdAt,
      answeredAt: introduction.answeredAt,
      endedAt: introduction.endedAt,
      ending: introduction.ending,
      approvedAt: introduction.approvedAt,
      declineCode: introduction.declineCode,
    })
    .from(introduction)
    .innerJoin(need, eq(need.id, introduction.needId))
    .innerJoin(organisation, eq(organisation.id, introduction.companyId))
    .leftJoin(profile, eq(profile.organisationId, organisation.id))
    .where(needsAsked({ db, ...rest }, question, introduction.createdAt))
    .orderBy(desc(introduction.createdAt), asc(introduction.id))
}
export type TalkRow = Awaited<ReturnType<typeof listTalks>>[number]

/** The talks behind a figure of a record. */
export function talksBehind(
  talks: readonly TalkRow[],
  financierId: string,
  set: TalkSet,
  now: Date,
): TalkRow[] {
  return talks.filter((talk) => talk.financierId === financierId && isInSet(talk, set, now))
}

export const TALKS_A_PAGE = 50

/** Those of them that a page shows are looks. */
export function noteTalks(context: Context<OfficialActor>, shown: readonly TalkRow[]) {
  const companies = shown.map(({ companyId }) => companyId)
  return noteLooks(context, companies, ['identity'], 'list')
}

export interface FinancierRecord {
  financierId: string
  counts: Record<TalkSet, number>
  /** Working days to the answer; null of too few answers. */
  medianAnswer: number | null
  /** Codes of enough declines, the most first. */
  declines: { code: DeclineCode; count: number }[]
  /** Rows of the ledger that count, those whose company or an official has spoken or had time to, and those confirmed or verified. */
  rows: number
  settled: number
  confirmed: number
}

/** What there is of each financier that met a company of the question, or financed one; those with most services first. */
export async function readRecords(
  context: Context<OfficialActor>,
  question: Asked,
  talks: readonly TalkRow[],
): Promise<FinancierRecord[]> {
  const { db, now } = context
  const ledger = await db
    .select({
      financierId: service.financierId,
      rows: sql<number>`count(*)::int`,
      settled: sql<number>`count(*) filter (where ${service.state} <> 'reported')::int`,
      confirmed: sql<number>`count(*) filter (where ${service.state} in ('confirmed', 'verified'))::int`,
    })
    .from(service)
    .where(rowsCounted(context, { ...question, definition: defaultDefinition, asOf: null }))
    .groupBy(service.financierId)
  const ledgerOf = new Map(ledger.map((row) => [row.financierId, row]))
  const talksOf = new Map<string, TalkRow[]>()
  for (const talk of talks) {
    const own = talksOf.get(talk.financierId) ?? []
    own.push(talk)
    talksOf.set(talk.financierId, own)
  }
  return [...new Set([...ledgerOf.keys(), ...talksOf.keys()])]
    .map((financierId): FinancierRecord => {
      const own = talksOf.get(financierId) ?? []
      const { rows = 0, settled = 0, confirmed = 0 } = ledgerOf.get(financierId) ?? {}
      const days = answerDays(own, now).toSorted((a, b) => a - b)
      return {
        financierId,
        counts: Object.fromEntries(
          talkSets.map((set) => [set, own.filter((talk) => isInSet(talk, set, now)).length]),
        ) as FinancierRecord['counts'],
        medianAnswer: days.length < SAMPLE_LEAST ? null : percentile(days, 0.5),
        declines: declinesOf(own),
        rows,
        settled,
        confirmed,
      }
    })
    .toSorted((a, b) => b.rows - a.rows || (a.financierId < b.financierId ? -1 : 1))
}

function declinesOf(talks: readonly TalkRow[]): FinancierRecord['declines'] {
  const counts = new Map<DeclineCode, number>()
  for (const { declineCode } of talks)
    if (declineCode) counts.set(declineCode, (counts.get(declineCode) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= SAMPLE_LEAST)
    .map(([code, count]) => ({ code, count }))
    .toSorted((a, b) => b.count - a.count)
}
