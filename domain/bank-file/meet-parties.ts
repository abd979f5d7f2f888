import type { Database } from '@/db/client'
import type { Parties } from '../ledger/service-row'
import type { BankRow, RowProblem, RowProblemCode } from './bank-file'
import type { Interview } from './interview'
import { meetCompanies, type MeetHow, type MetCompany } from './meet-companies'
import { meetFinanciers, meetSender, type MetFinancier } from './meet-financiers'
import { readRefusedCodes } from './waiting-codes'

export interface MetParties {
  accepted: BankRow[]
  /** Rows whose company a verifier judges before they count. */
  waiting: BankRow[]
  problems: RowProblem[]
  /** By code, and by the name as it stands in the file. */
  companies: Map<string, MetCompany>
  financiers: Map<string, MetFinancier>
  institutions: { written: string; known: string }[]
  of: (row: BankRow) => Parties
  financierIdOf: (row: BankRow) => string
}

function found<Value>(value: Value | undefined, row: BankRow): Value {
  if (value === undefined) throw new Error(`row ${row.row} was accepted without its parties`)
  return value
}

const problemOf = (
  { row }: BankRow,
  column: 'uscc' | 'financier',
  code: RowProblemCode,
  cell: string,
): RowProblem => ({ row, column, code, cell, suggestion: null })

/** Finds the companies and financiers of a bank file, and which rows may be taken. */
export async function meetParties(
  tx: Database,
  rows: readonly BankRow[],
  now: Date,
  interview: Interview,
  how: MeetHow = { sender: null, onlyAsk: false },
): Promise<MetParties> {
  const { sender } = how
  const own = sender && meetSender(rows, sender, interview)
  const { financiers, institutions } =
    own ?? (await meetFinanciers(tx, rows, now, interview, how.onlyAsk))
  const { companies, others, refused, waiting } = await meetCompanies(
    tx,
    rows.filter(({ financier }) => !own?.others.has(financier)),
    now,
    interview,
    how,
  )
  const judged = await readRefusedCodes(tx, [...waiting])
  const whyNot = ({ uscc }: BankRow): RowProblemCode | null => {
    if (others.has(uscc)) return 'not-a-company'
    if (refused.has(uscc)) return 'other-company'
    return judged.has(uscc) ? 'uscc-refused' : null
  }
  const problems = rows.flatMap((row): RowProblem[] => {
    if (own?.others.has(row.financier))
      return [problemOf(row, 'financier', 'other-financier', row.financier)]
    const code = whyNot(row)
    return code ? [problemOf(row, 'uscc', code, row.uscc)] : []
  })
  const isMet = (row: BankRow) => financiers.has(row.financier)
  const financierOf = (row: BankRow) => found(financiers.get(row.financier), row)
  return {
    accepted: rows.filter((row) => companies.has(row.uscc) && isMet(row)),
    waiting: rows.filter((row) => waiting.has(row.uscc) && !judged.has(row.uscc) && isMet(row)),
    ...{ problems, companies, financiers, institutions },
    of: (row) => ({
      company: found(companies.get(row.uscc), row),
      financier: financierOf(row),
    }),
    financierIdOf: (row) => financierOf(row).id,
  }
}
