/** What anyone may read of the ledger: what was published, as it was. */
import { desc, eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { publication } from '@/db/schema'
import { monthsOf, samePeriodLastYear, type Period } from '../totals/totals'
import type {
  PublicDimension,
  PublishedCell,
  PublishedFigures,
  PublishedTotals,
  PublishedWindow,
} from './publication'

/** A publication as anyone may know of it: never its position. */
export interface Published {
  number: number
  month: number
  definition: string
  at: Date
}

const about = {
  number: publication.number,
  month: publication.month,
  definition: publication.definition,
  at: publication.at,
}

/** The publication of a number, or the last; null where there is none. */
export async function findPublication(db: Database, number?: number): Promise<Published | null> {
  const [found] = await db
    .select(about)
    .from(publication)
    .where(number === undefined ? undefined : eq(publication.number, number))
    .orderBy(desc(publication.number))
    .limit(1)
  return found ?? null
}

/** The publication of a month. */
export async function findPublicationOf(db: Database, month: number): Promise<Published | null> {
  const [found] = await db.select(about).from(publication).where(eq(publication.month, month))
  return found ?? null
}

/** What was published never changes: each month is read once. */
const readOnce = new WeakMap<Database, Map<number, PublishedWindow[]>>()

/** All that was published with the months from one to another. */
export async function readPublished(
  db: Database,
  { from, to }: Period,
): Promise<ReadonlyMap<number, PublishedWindow[]>> {
  const known = readOnce.get(db) ?? new Map<number, PublishedWindow[]>()
  // A transaction may yet be undone.
  if (!('rollback' in db)) readOnce.set(db, known)
  const months = monthsOf({ from, to }).filter((month) => !known.has(month))
  const rows =
    months.length === 0
      ? []
      : await db
          .select({ month: publication.month, windows: publication.windows })
          .from(publication)
          .where(inArray(publication.month, months))
  for (const { month, windows } of rows) known.set(month, windows)
  return known
}

/** The figures of a period, as they were published with its last month; null where they were not. */
export async function readWindow(
  db: Database,
  { from, to }: Period,
): Promise<PublishedWindow | null> {
  const windows = (await readPublished(db, { from: to, to })).get(to)
  return windows?.find((window) => window.from === from) ?? null
}

/** A row of a published cut, with the same period of the year before. */
export interface PublicRow extends PublishedCell {
  /** Companies then; null where it is not shown, or was not published. */
  companiesThen: number | null
}

/** One cut of a period; null where it has none. */
export async function readPublicCut(
  db: Database,
  period: Period,
  dimension: PublicDimension,
): Promise<PublicRow[] | null> {
  const [now, then] = await Promise.all([
    readWindow(db, period),
    readWindow(db, samePeriodLastYear(period)),
  ])
  if (!now?.cuts) return null
  const before = then?.cuts?.[dimension]
  return now.cuts[dimension].map((cell) => {
    const found = before?.find(({ key }) => key === cell.key)
    const nobody = before && !found ? 0 : null
    return { ...cell, companiesThen: found?.shown?.companies ?? nobody }
  })
}

export interface PublicMonth {
  month: number
  /** From January on, each company once; null where it is not shown. */
  companiesSoFar: number | null
  /** Of the month alone. */
  shown: Omit<PublishedFigures, 'companies'> | null
}

/** The months of a year so far: what each adds to the one before. */
export async function readPublicMonths(db: Database, period: Period): Promise<PublicMonth[]> {
  const year = Math.floor(period.to / 100) * 100
  const published = await readPublished(db, { from: year + 1, to: period.to })
  const soFar = (month: number): PublishedTotals | null =>
    published.get(month)?.find(({ from }) => from === year + 1)?.totals ?? null
  const nothing = { companies: 0, companyTimes: 0, drawnFen: 0 }
  return monthsOf(period).map((month) => {
    const now = soFar(month)
    const before = month === year + 1 ? nothing : soFar(month - 1)
    return {
      month,
      companiesSoFar: now?.companies ?? null,
      shown:
        now && before
          ? {
              companyTimes: now.companyTimes - before.companyTimes,
              drawnFen: now.drawnFen - before.drawnFen,
            }
          : null,
    }
  })
}
