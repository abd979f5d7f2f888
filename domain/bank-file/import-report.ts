import type { BankFile, BankRow, Question, RowNote } from './bank-file'
import type { WrittenRows } from './enter-rows'
import type { MetParties } from './meet-parties'
import type { SettledRows } from './settle-twins'

interface Sum {
  /** Services of one rung in the file, and how many of them were not there yet. */
  services: number
  added: number
  fen: number
  addedFen: number
}

interface MonthSum {
  /** As 2024-05. */
  month: string
  granted: { services: number; fen: number }
  drawn: { companies: number; services: number; fen: number }
}

/** What an import found, what it asks, and what it wrote or would write. */
export interface ImportReport extends Pick<
  BankFile,
  'encoding' | 'headingRow' | 'read' | 'left' | 'problems' | 'notes'
> {
  /** False after a check, where something is asked, and where bad rows kept everything out. */
  isKept: boolean
  /** Asked before anything is kept. */
  questions: Question[]
  /** The names of answers that answer nothing. */
  unusedAnswers: string[]
  /** Rows of the file; those taken, those that wait for a verifier, those that are bad and those asked about add up to it. */
  rows: number
  taken: number
  waiting: number
  /** Of those that wait, how many were not waiting already. */
  waitingAdded: number
  /** Of those taken, the ones that add nothing: the ledger has them, or another row of the file says the same. */
  there: number[]
  /** The first of those taken. */
  samples: BankRow[]
  /** The rows that wait. */
  waitingRows: number[]
  bad: number
  companies: number
  newCompanies: number
  financiers: number
  newFinanciers: number
  /** Names in the file that are those of other spellings. */
  institutions: { written: string; known: string }[]
  granted: Sum
  drawn: Sum
  /** First and last day of what counts; null where nothing does. */
  days: { first: string; last: string } | null
  months: MonthSum[]
}

/** Whether writing the file would change nothing: no row of it is taken or waits that is not there. */
export const addsNothing = ({ taken, there, waitingAdded }: ImportReport) =>
  taken === there.length && waitingAdded === 0

function sumOf(
  rows: readonly BankRow[],
  fenOf: (row: BankRow) => number,
  written: ReadonlySet<BankRow>,
): Sum {
  const sum: Sum = { services: rows.length, added: 0, fen: 0, addedFen: 0 }
  for (const row of rows) {
    sum.fen += fenOf(row)
    if (!written.has(row)) continue
    sum.added++
    sum.addedFen += fenOf(row)
  }
  return sum
}

function monthsOf({ granted, drawn }: Pick<SettledRows, 'granted' | 'drawn'>): MonthSum[] {
  const months = new Map<string, MonthSum & { served: Set<string> }>()
  const of = (day: string) => {
    const month = day.slice(0, 7)
    const found = months.get(month) ?? {
      month,
      granted: { services: 0, fen: 0 },
      drawn: { companies: 0, services: 0, fen: 0 },
      served: new Set<string>(),
    }
    months.set(month, found)
    return found
  }
  for (const { granted: grant } of granted) {
    if (!grant) continue
    const sum = of(grant.on).granted
    sum.services++
    sum.fen += grant.fen
  }
  for (const { uscc, drawn: drawing } of drawn) {
    if (!drawing) continue
    const month = of(drawing.on)
    month.drawn.services++
    month.drawn.fen += drawing.fen
    month.served.add(uscc)
  }
  return [...months.values()]
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))
    .map(({ served, ...month }) => ({
      ...month,
      drawn: { ...month.drawn, companies: served.size },
    }))
}

function daysOf({ granted, drawn }: Pick<SettledRows, 'granted' | 'drawn'>) {
  let first: string | null = null
  let last: string | null = null
  for (const day of [
    ...granted.flatMap((row) => row.granted?.on ?? []),
    ...drawn.flatMap((row) => row.drawn?.on ?? []),
  ]) {
    if (first === null || day < first) first = day
    if (last === null || day > last) last = day
  }
  return first === null || last === null ? null : { first, last }
}

export function reportOf(
  { encoding, headingRow, read, left, count, problems, notes }: Omit<BankFile, 'rows'>,
  { accepted, waiting, companies, financiers, institutions }: MetParties,
  settled: SettledRows,
  {
    written,
    waitingAdded,
    ...asked
  }: { written: WrittenRows; waitingAdded: number } & Pick<
    ImportReport,
    'isKept' | 'questions' | 'unusedAnswers'
  >,
): ImportReport {
  const met = [...new Set(financiers.values())]
  return {
    ...asked,
    ...{ encoding, headingRow, read, left, problems },
    notes: [...notes, ...settled.notes].toSorted((a, b) => a.row - b.row),
    rows: count,
    taken: accepted.length,
    waiting: waiting.length,
    samples: accepted.slice(0, 5),
    waitingRows: waiting.map(({ row }) => row),
    there: accepted.flatMap((one) =>
      written.granted.has(one) || written.drawn.has(one) ? [] : [one.row],
    ),
    waitingAdded,
    bad: new Set(problems.map(({ row }: Pick<RowNote, 'row'>) => row)).size,
    companies: companies.size,
    newCompanies: [...companies.values()].filter(({ isNew }) => isNew).length,
    financiers: met.length,
    newFinanciers: met.filter(({ isNew }) => isNew).length,
    institutions,
    granted: sumOf(settled.granted, (row) => row.granted?.fen ?? 0, written.granted),
    drawn: sumOf(settled.drawn, (row) => row.drawn?.fen ?? 0, written.drawn),
    days: daysOf(settled),
    months: monthsOf(settled),
  }
}
