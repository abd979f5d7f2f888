import type { Database } from '@/db/client'
import {
  isQuarterEnd,
  type PublishedTotals,
  type PublishedWindow,
} from '../publication/publication'
import { judgeRevision } from '../publication/revise-year'
import { findNextMonth, judgeMonths } from '../publication/publish-month'
import { readPublished, readWindow } from '../publication/queries'
import type { LedgerPosition } from '../ledger/ledger'
import { ok, refused, type Result } from '../result'
import { addToMonth, defaultDefinition, monthsOf, monthText, type Period } from '../totals/totals'
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
  const own = { month, edition, noteZh, noteEn, knownAt: at }
  const windows = new Map(await readPublished(tx, { from: yearTo(month).from - 100, to: month }))
  if (edition > 1) {
    const revised = await judgeRevision(tx, month, position)
    if (!revised.ok) return revised
    const totals = { ...revised.value, loans: null, grantedFen: null, evidenced: null }
    const said = sayOf(own, windows)
    // Its own month stands in the chart as it is told now.
    const months = said.months.map((one) =>
      one.month === said.month ? { ...one, companies: totals.companies } : one,
    )
    return ok({ ...said, totals, months, added: null })
  }
  const months = await monthsToPublish(tx, month)
  if (!months) return refused('month-not-next')
  const judged = await judgeMonths(
    tx,
    months.map((one) => ({ month: one, position })),
  )
  for (const one of judged) windows.set(one.month, one.windows)
  return ok(sayOf(own, windows))
}

type Windows = ReadonlyMap<number, readonly PublishedWindow[]>
const nothingYet = { companies: 0, companyTimes: 0, drawnFen: 0 }

const yearIn = (windows: Windows, month: number) =>
  windows.get(month)?.find(({ from }) => from === yearTo(month).from)
const lastYear = (month: number) => month - 100

/** What a report says, from the months that are published, this year and the last. */
export function sayOf(
  {
    month,
    edition,
    noteZh,
    noteEn,
    knownAt,
  }: { month: number; edition: number; knownAt: Date } & ReportNote,
  windows: Windows,
): Composed {
  const period = yearTo(month)
  const totals = yearIn(windows, month)?.totals ?? null
  const soFar = month === period.from ? nothingYet : yearIn(windows, month - 1)?.totals
  return {
    report: reportCode(month),
    edition,
    month: monthText(month),
    from: monthText(period.from),
    definition: defaultDefinition.code,
    knownAt: knownAt.toISOString(),
    totals,
    before: yearIn(windows, lastYear(month))?.totals ?? null,
    added: addedBy(totals, soFar),
    months: monthsOf(period).map((one) => ({
      month: monthText(one),
      companies: yearIn(windows, one)?.totals?.companies ?? null,
      companiesThen: yearIn(windows, lastYear(one))?.totals?.companies ?? null,
    })),
    chains: chainsBy(month, windows),
    revises: null,
    note: noteZh ? { zh: noteZh, en: noteEn } : null,
  }
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

/** By chain, of the year to the last quarter that ended: within a quarter no parts are published. */
function chainsBy(month: number, windows: Windows): ReportData['chains'] {
  const to = monthsOf(yearTo(month)).findLast(isQuarterEnd)
  const cells = to === undefined ? undefined : yearIn(windows, to)?.cuts?.chain
  if (to === undefined || !cells) return null
  const then = yearIn(windows, lastYear(to))?.cuts?.chain
  const named = cells.filter(({ key }) => key !== null)
  const shown = named.flatMap(({ key, shown: figures }) => {
    if (!figures) return []
    const before = then?.find((one) => one.key === key)
    const companiesThen = then && !before ? 0 : (before?.shown?.companies ?? null)
    return [{ key, ...figures, companiesThen }]
  })
  return {
    from: monthText(yearTo(to).from),
    to: monthText(to),
    shown: shown.slice(0, CHAINS_SHOWN),
    others: named.length - Math.min(CHAINS_SHOWN, shown.length),
  }
}
