import { and, gte, inArray, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { introduction, type need } from '@/db/schema'
import { addMonths, dayOf } from '../calendar/calendar'
import { DAYS } from '../clock/clock'
import type { FinancingClass } from '../product/classes'
import { rankedNeed } from '../ranking/city'
import { currentRanking, type CurrentRanking } from '../ranking/current-ranking'
import { standAmong, type Stand } from '../ranking/standing'
import { evidenceOf } from './evidence'
import { judgedNeed, noRecord, type TrackRecord } from './match'

type NeedRow = typeof need.$inferSelect
type Answers = Pick<TrackRecord, 'asked' | 'answered' | 'medianAnswerHours'>

const MONTHS = 24
const ANSWERS_LEAST = 5

/** What the ledger and the introductions know of some financiers. */
export interface Records {
  of(need: NeedRow, product: { financierId: string; class: FinancingClass }): TrackRecord
}

/** How some financiers answer those who asked them by name, the company or an official, over two years. */
async function readAnswers(
  db: Database,
  financierIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Answers>> {
  if (financierIds.length === 0) return new Map()
  const { answeredAt, createdAt, endedAt, ending } = introduction
  const unanswered = sql`${answeredAt} is null and (${ending} = 'no-answer' or coalesce(${endedAt}, ${now.toISOString()}::timestamptz) > ${createdAt} + make_interval(days => ${DAYS.unanswered}::int))`
  const rows = await db
    .select({
      financierId: introduction.financierId,
      asked: sql<number>`count(*) filter (where ${answeredAt} is not null or ${unanswered})::int`,
      answered: sql<number>`count(${answeredAt})::int`,
      hours: sql<
        number | null
      >`percentile_cont(0.5) within group (order by extract(epoch from ${answeredAt} - ${createdAt}) / 3600)::int`,
    })
    .from(introduction)
    .where(
      and(
        inArray(introduction.financierId, [...new Set(financierIds)]),
        inArray(introduction.origin, ['invited', 'assigned']),
        gte(createdAt, new Date(Date.parse(addMonths(dayOf(now), -MONTHS)))),
      ),
    )
    .groupBy(introduction.financierId)
  return new Map(
    rows.map(({ financierId, hours, ...row }) => [
      financierId,
      { ...row, medianAnswerHours: row.answered >= ANSWERS_LEAST ? hours : null },
    ]),
  )
}

/** Of a need that is looked at again: enough for a page and its reload, little enough to keep. */
const STANDS_KEPT = 200

/** Where everybody stands for a need as one class on a day, asked for once. */
function standings({ stands, ...current }: CurrentRanking, now: Date) {
  return (row: NeedRow, name: FinancingClass): ReadonlyMap<string, Stand> => {
    const { terms, facts, openFen } = judgedNeed(row)
    const key = `${row.id} ${row.version} ${openFen} ${name} ${dayOf(now)}`
    const found = stands.get(key)
    if (found) return found
    const asked = rankedNeed(
      { id: row.id, companyId: row.organisationId, tenorMonths: terms.tenorMonths, openFen },
      facts,
      name,
      { today: dayOf(now), prior: current.backers.get(row.organisationId) ?? [] },
    )
    const stand = standAmong(current.ranking, asked, current.ofClass.get(name) ?? [])
    const [oldest] = stands.keys()
    if (oldest !== undefined && stands.size >= STANDS_KEPT) stands.delete(oldest)
    stands.set(key, stand)
    return stand
  }
}

/** Reads the records of the financiers named, as they stand now. */
export async function readRecords(
  db: Database,
  financierIds: readonly string[],
  now: Date,
): Promise<Records> {
  if (financierIds.length === 0) return { of: () => noRecord }
  const answers = await readAnswers(db, financierIds, now)
  const current = await currentRanking(db, now)
  const standing = current && standings(current, now)
  return {
    of: (row, { financierId, class: name }) => ({
      ...noRecord,
      ...evidenceOf(standing?.(row, name).get(financierId), row.facts),
      ...answers.get(financierId),
    }),
  }
}
