/** The totals of a ledger that is kept in memory, counted by hand. */
import type { LedgerRung } from '../ledger/ledger'
import type { Dimension, Question } from '../totals/totals'
import type { ServiceRow, writeLedger } from './ledger'

export type Ledger = Awaited<ReturnType<typeof writeLedger>>

export const loans: string[] = [
  'credit-loan',
  'secured-loan',
  'ip-pledge-loan',
  'venture-debt',
  'supply-chain-finance',
]

/** The same figures, by hand over the rows in memory: as of a moment where one is given. */
export function byHand(
  ledger: Ledger,
  asked: Question,
  keeps: (row: ServiceRow) => boolean = () => true,
  moment: Date | null = null,
) {
  const stateOf = (row: ServiceRow) => {
    const said = ledger.words.filter(
      (word) => word.serviceId === row.id && (moment === null || word.at <= moment),
    )
    return said.at(-1)?.state ?? 'reported'
  }
  const known = ledger.rows.filter(
    (row) =>
      (moment === null || row.recordedAt <= moment) &&
      row.month >= asked.period.from &&
      row.month <= asked.period.to &&
      keeps(row),
  )
  const inLife = ledger.rows.filter(
    (row) =>
      row.firstLoan &&
      (moment === null || row.recordedAt <= moment) &&
      !['disputed', 'voided'].includes(stateOf(row)),
  )
  const borrowedBefore = ({ companyId, happenedOn }: ServiceRow) =>
    inLife.some((row) => row.companyId === companyId && row.happenedOn < happenedOn)
  const counts = (rung: LedgerRung) =>
    known.filter(
      (row) => row.rung === rung && stateOf(row) !== 'disputed' && stateOf(row) !== 'voided',
    )
  const finances = (row: ServiceRow) => row.class !== 'guarantee' && row.class !== 'insurance'
  const money = (rows: ServiceRow[]) =>
    rows.filter(finances).reduce((sum, row) => sum + row.amountFen, 0)
  const companies = (rows: ServiceRow[]) => new Set(rows.map((row) => row.companyId))
  const rows = counts(asked.definition.rung)
  const isOfCounted = (row: ServiceRow) =>
    asked.definition.rung === 6 || rows.some(({ companyId }) => companyId === row.companyId)
  const paid = (rung: 5 | 6) => counts(rung).filter(isOfCounted)
  const proven = rows.filter(
    (row) => row.contractNo !== null && ['confirmed', 'verified'].includes(stateOf(row)),
  )
  const served = companies(rows)
  return {
    companies: served.size,
    companyTimes: rows.length,
    loans: new Set(
      paid(6)
        .filter((row) => loans.includes(row.class))
        .map((row) => `${row.financierId} ${row.contractKey}`),
    ).size,
    drawnFen: money(paid(6)),
    grantedFen: money(paid(5)),
    evidenced: companies(proven).size,
    declared: served.size - companies(proven).size,
    firstLoans: companies(rows.filter((row) => row.firstLoan && !borrowedBefore(row))).size,
    disputed: known.filter(
      (row) => row.rung === asked.definition.rung && stateOf(row) === 'disputed',
    ).length,
  }
}

/** A drawing that is a first loan with none before it that counts, now. */
function isFirstInLife(ledger: Ledger, row: ServiceRow): boolean {
  const stateOf = ({ id }: ServiceRow) =>
    ledger.words.findLast(({ serviceId }) => serviceId === id)?.state ?? 'reported'
  return (
    row.firstLoan === true &&
    !ledger.rows.some(
      (other) =>
        other.firstLoan &&
        other.companyId === row.companyId &&
        other.happenedOn < row.happenedOn &&
        !['disputed', 'voided'].includes(stateOf(other)),
    )
  )
}

/** Whether a row is in a part of a cut. */
export const isInPart: Record<
  Dimension,
  (row: ServiceRow, key: string | null, ledger: Ledger) => boolean
> = {
  chain: (row, key) =>
    key === null ? row.chains?.length === 0 : (row.chains ?? []).some((one) => one === key),
  qualification: (row, key) =>
    key === null
      ? row.qualifications?.length === 0
      : (row.qualifications ?? []).some((one) => one === key),
  district: (row, key) => row.district === key,
  zone: (row, key) => row.zone === key,
  park: (row, key) => row.park === key,
  class: (row, key) => row.class === key,
  'financier-kind': (row, key) => row.financierKind === key,
  financier: (row, key) => row.financierId === key,
  'white-list': (row, key) => row.whiteListed === (key === 'listed'),
  'first-time': (row, key, ledger) => isFirstInLife(ledger, row) === (key === 'first'),
}
