/** Which rows of a bank file are grants and drawings of their own. */
import type { Database } from '@/db/client'
import { readThere } from '../ledger/insert-services'
import { keyOf } from '../ledger/twins'
import type { BankRow, RowNote } from './bank-file'
import type { Interview } from './interview'

export interface SettledRows {
  /** The first row of each grant: a contract with several drawings names its grant in each. */
  granted: BankRow[]
  drawn: BankRow[]
  notes: RowNote[]
}

const keysOf = (financierId: string, { contractNo, drawn }: BankRow) => ({
  financierId,
  contractKey: contractNo,
  rung: 6 as const,
  happenedOn: drawn?.on ?? '',
  amountFen: drawn?.fen ?? 0,
})

function groupBy(rows: readonly BankRow[], keyOfRow: (row: BankRow) => string) {
  const groups = new Map<string, BankRow[]>()
  for (const row of rows) {
    const key = keyOfRow(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

/** The same voucher twice is the same drawing. */
function splitByVoucher(group: readonly BankRow[]) {
  const vouchers = new Set<string>()
  const repeated: BankRow[] = []
  const named: BankRow[] = []
  const unnamed: BankRow[] = []
  for (const row of group) {
    if (row.voucher === null) unnamed.push(row)
    else if (vouchers.has(row.voucher)) repeated.push(row)
    else {
      vouchers.add(row.voucher)
      named.push(row)
    }
  }
  return { named, unnamed, repeated }
}

/**
 * Rows of one contract, day and amount are told apart by their vouchers; where one has none, and the ledger does not hold as
 * many already, it is asked whether they are drawings of their own.
 */
export async function settleTwins(
  tx: Database,
  rows: readonly BankRow[],
  financierIdOf: (row: BankRow) => string,
  interview: Interview,
): Promise<SettledRows> {
  const notes: RowNote[] = []
  const repeats = (row: BankRow) => notes.push({ row: row.row, code: 'twice-in-file' })
  const granted: BankRow[] = []
  const grants = groupBy(
    rows.filter((row) => row.granted),
    (row) => JSON.stringify([financierIdOf(row), row.contractNo, row.granted]),
  )
  for (const [first, ...others] of grants.values()) {
    if (first) granted.push(first)
    for (const row of others) if (!row.drawn) repeats(row)
  }
  const drawings = groupBy(
    rows.filter((row) => row.drawn),
    (row) => keyOf({ ...keysOf(financierIdOf(row), row), voucher: null }),
  )
  const drawn: BankRow[] = []
  const open = new Map<string, ReturnType<typeof splitByVoucher>>()
  for (const [key, group] of drawings) {
    const split = splitByVoucher(group)
    for (const row of split.repeated) repeats(row)
    if (split.unnamed.length > 0 && split.unnamed.length + split.named.length > 1)
      open.set(key, split)
    else drawn.push(...split.named, ...split.unnamed)
  }
  const firsts = [...open.values()].flatMap(({ unnamed: [first] }) => first ?? [])
  const there =
    firsts.length === 0
      ? new Map<string, unknown[]>()
      : await readThere(
          tx,
          firsts.map((row) => keysOf(financierIdOf(row), row)),
        )
  for (const [key, { named, unnamed }] of open) {
    const all = [...named, ...unnamed].toSorted((a, b) => a.row - b.row)
    const isThere = (there.get(key)?.length ?? 0) >= all.length
    if (isThere || askTwins(all, interview) !== 'same') {
      drawn.push(...all)
      continue
    }
    const [only, ...others] = named.length > 0 ? [undefined, ...unnamed] : unnamed
    drawn.push(...named, ...(only ? [only] : []))
    for (const row of others) if (row) repeats(row)
  }
  return { granted, drawn, notes }
}

function askTwins(rows: readonly BankRow[], interview: Interview): string | null {
  const [first] = rows
  if (!first) return null
  const asked = { kind: 'twins', about: String(first.row), column: 'voucher' } as const
  return interview.ask(
    { ...asked, words: first.contractNo, answers: ['two-drawings', 'same'] },
    rows.map(({ row }) => row),
  )
}
