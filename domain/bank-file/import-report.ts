import type { BankFile, BankRow, RowNote, RowProblem } from './bank-file'
import type { Parties } from './meet-parties'

/** The rows of a bank file whose grant, or whose drawing, was not there yet. */
export interface WrittenRows {
  granted: Set<BankRow>
  drawn: Set<BankRow>
}

interface Sum {
  /** Services of one rung in the file, and how many of them were not there yet. */
  services: number
  added: number
  fen: number
  addedFen: number
}

interface YearSum {
  year: number
  granted: { services: number; fen: number }
  drawn: { companies: number; services: number; fen: number }
}

/** What an import found, and what it wrote or would write. */
export interface ImportReport {
  /** False after a check, and where bad rows kept everything out. */
  isKept: boolean
  encoding: string
  /** Rows of the file; taken and bad ones add up to it. */
  rows: number
  taken: number
  bad: number
  problems: RowProblem[]
  notes: RowNote[]
  companies: number
  newCompanies: number
  financiers: number
  newFinanciers: number
  granted: Sum
  drawn: Sum
  years: YearSum[]
}

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

function yearsOf(accepted: readonly BankRow[]): YearSum[] {
  const years = new Map<number, YearSum & { served: Set<string> }>()
  const of = (day: string) => {
    const year = Number(day.slice(0, 4))
    const found = years.get(year) ?? {
      year,
      granted: { services: 0, fen: 0 },
      drawn: { companies: 0, services: 0, fen: 0 },
      served: new Set<string>(),
    }
    years.set(year, found)
    return found
  }
  for (const { uscc, granted, drawn } of accepted) {
    const grantedIn = of(granted.on)
    grantedIn.granted.services++
    grantedIn.granted.fen += granted.fen
    if (!drawn) continue
    const drawnIn = of(drawn.on)
    drawnIn.drawn.services++
    drawnIn.drawn.fen += drawn.fen
    drawnIn.served.add(uscc)
  }
  return [...years.values()]
    .toSorted((a, b) => a.year - b.year)
    .map(({ served, ...year }) => ({
      ...year,
      drawn: { ...year.drawn, companies: served.size },
    }))
}

export function reportOf(
  file: Pick<BankFile, 'encoding' | 'count' | 'problems' | 'notes'>,
  { accepted, companies, financiers }: Parties,
  written: WrittenRows,
  isKept: boolean,
): ImportReport {
  const drawn = accepted.filter((row) => row.drawn !== null)
  const met = [...new Set(financiers.values())]
  return {
    isKept,
    encoding: file.encoding,
    rows: file.count,
    taken: accepted.length,
    bad: file.count - accepted.length,
    problems: file.problems,
    notes: file.notes,
    companies: companies.size,
    newCompanies: [...companies.values()].filter(({ isNew }) => isNew).length,
    financiers: met.length,
    newFinanciers: met.filter(({ isNew }) => isNew).length,
    granted: sumOf(accepted, ({ granted }) => granted.fen, written.granted),
    drawn: sumOf(drawn, (row) => row.drawn?.fen ?? 0, written.drawn),
    years: yearsOf(accepted),
  }
}
