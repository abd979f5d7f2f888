import type { Database } from '@/db/client'
import {
  isQuarterEnd,
  type PublishedTotals,
  type PublishedWindow,
} from '../publication/publication'
import { judgeRevision } from '../publication/revise-year'
import { findNextMonth, judgeMonths } from '../publication/publish-month'
import { readPublicCut, readWindow } from '../publication/queries'
import type { LedgerPosition } from '../ledger/ledger'
import { ok, refused, type Result } from '../result'
import {
  addToMonth,
  defaultDefinition,
  monthsOf,
  monthText,
  samePeriodLastYear,
  type Period,
} from '../totals/totals'
import { CHAINS_SHOWN, reportCode, type ReportData, type ReportNote } from './report'

type Composed = Omit<ReportData, 'root' | 'proposed' | 'agreed' | 'publication'>
export type ComposeRefusal = 'month-not-next' | 'revision-same' | 'revision-few'

export const yearTo = (month: number): Period => ({
  from: Math.floor(month / 100) * 100 + 1,
  to: month,
})

/** The months that a report publishes: its own and, of the first report there is, all before it. */
export async function monthsToPublish(tx: Database, month: number): Promise<number[] | null> {
  const next = await findNextMonth(tx)
  if (month === next) return [month]
  const isFirst = (await readWindow(tx, yearTo(addToMonth(next, -1)))) === null
  return isFirst && month > next ? monthsOf({ from: next, to: month }) : null
}

/** What a report says of its month as of a position: the figures that may be published, and nothing else. Nothing is written. */
export async function composeReport(
  tx: Database,
  { month, edition, noteZh, noteEn }: { month: number; edition: number } & ReportNote,
  { position, at }: LedgerPosition,
): Promise<Result<Composed, ComposeRefusal>> {
  const period = yearTo(month)
  const head = {
    report: reportCode(month),
    edition,
    month: monthText(month),
    from: monthText(period.from),
    definition: defaultDefinition.code,
    knownAt: at.toISOString(),
    note: noteZh ? { zh: noteZh, en: noteEn } : null,
    before: (await readWindow(tx, samePeriodLastYear(period)))?.totals ?? null,
  }
  if (edition > 1) {
    const revised = await judgeRevision(tx, month, position)
    if (!revised.ok) return revised
    const windows = await publishedWindows(tx, month)
    const nothing = { loans: null, grantedFen: null, evidenced: null }
    return ok({
      ...head,
      totals: { ...revised.value, ...nothing },
      added: null,
      months: await monthsAround(tx, period, windows),
      chains: await chainsBy(tx, month, windows),
      revises: { edition: edition - 1, totals: null },
    })
  }
  const months = await monthsToPublish(tx, month)
  if (!months) return refused('month-not-next')
  const judged = await judgeMonths(
    tx,
    months.map((one) => ({ month: one, position })),
  )
  const windows = new Map(judged.map((one) => [one.month, one.windows]))
  for (const [of, own] of await publishedWindows(tx, month))
    if (!windows.has(of)) windows.set(of, own)
  const totals = yearIn(windows, month)?.totals ?? null
  return ok({
    ...head,
    totals,
    added: addedBy(totals, month === period.from ? nothingYet : yearIn(windows, month - 1)?.totals),
    months: await monthsAround(tx, period, windows),
    chains: await chainsBy(tx, month, windows),
    revises: null,
  })
}

type Windows = ReadonlyMap<number, readonly PublishedWindow[]>
const nothingYet = { companies: 0, companyTimes: 0, drawnFen: 0 }

const yearIn = (windows: Windows, month: number) =>
  windows.get(month)?.find(({ from }) => from === yearTo(month).from)

/** The years so far to each month of the year that is published, up to one. */
async function publishedWindows(
  tx: Database,
  month: number,
): Promise<Map<number, PublishedWindow[]>> {
  const windows = new Map<number, PublishedWindow[]>()
  for (const one of monthsOf(yearTo(month))) {
    const own = await readWindow(tx, yearTo(one))
    if (own) windows.set(one, [own])
  }
  return windows
}

function addedBy(
  totals: PublishedTotals | null,
  before: Pick<PublishedTotals, 'companies' | 'companyTimes' | 'drawnFen'> | null | undefined,
): ReportData['added'] {
  if (!totals || !before) return null
  return {
    companies: totals.companies - before.companies,
    companyTimes: totals.companyTimes - before.companyTimes,
    drawnFen: totals.drawnFen - before.drawnFen,
  }
}

/** Companies from January on, month by month, beside those of the year before. */
async function monthsAround(tx: Database, period: Period, windows: Windows) {
  const rows: ReportData['months'] = []
  for (const month of monthsOf(period)) {
    const then = await readWindow(tx, samePeriodLastYear(yearTo(month)))
    rows.push({
      month: monthText(month),
      companies: yearIn(windows, month)?.totals?.companies ?? null,
      companiesThen: then?.totals?.companies ?? null,
    })
  }
  return rows
}

/** By chain, of the year to the last quarter that ended: within a quarter no parts are published. */
async function chainsBy(
  tx: Database,
  month: number,
  windows: Windows,
): Promise<ReportData['chains']> {
  const to = monthsOf(yearTo(month)).findLast(isQuarterEnd)
  const cells = to === undefined ? undefined : yearIn(windows, to)?.cuts?.chain
  if (to === undefined || !cells) return null
  const then = await readPublicCut(tx, samePeriodLastYear(yearTo(to)), 'chain')
  const shown = cells.flatMap(({ key, shown: figures }) =>
    key !== null && figures
      ? {
          key,
          ...figures,
          companiesThen: then?.find((one) => one.key === key)?.shown?.companies ?? null,
        }
      : [],
  )
  return {
    from: monthText(yearTo(to).from),
    to: monthText(to),
    shown: shown.slice(0, CHAINS_SHOWN),
    others: cells.filter(({ key }) => key !== null).length - Math.min(CHAINS_SHOWN, shown.length),
  }
}
