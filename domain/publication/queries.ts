/** What anyone may read of the ledger: what was published, as it was. */
import { between, desc, eq } from 'drizzle-orm'
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

/** The figures of a period, as they were published with its last month; null where they were not. */
export async function readWindow(
  db: Database,
  { from, to }: Period,
): Promise<PublishedWindow | null> {
  const [row] = await db
    .select({ windows: publication.windows })
    .from(publication)
    .where(eq(publication.month, to))
  return row?.windows.find((window) => window.from === from) ?? null
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
  const windows = new Map<number, PublishedTotals | null>()
  const year = Math.floor(period.to / 100) * 100
  const rows = await db
    .select({ month: publication.month, windows: publication.windows })
    .from(publication)
    .where(between(publication.month, year, period.to))
  for (const row of rows)
    windows.set(row.month, row.windows.find(({ from }) => from === year + 1)?.totals ?? null)
  const nothing = { companies: 0, companyTimes: 0, drawnFen: 0 }
  return monthsOf(period).map((month) => {
    const now = windows.get(month) ?? null
    const before = month === year + 1 ? nothing : (windows.get(month - 1) ?? null)
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
