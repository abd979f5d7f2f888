/** Where figures open: the rows, or the companies, of a set by its name in the address; *counted* needs no name. */
import { addressOf, textOf, type SearchParams } from '@/app/address'
import type { ParameterName, Parameters } from '@/domain/totals/read-question'
import {
  behind,
  companySets,
  monthText,
  rowSets,
  type CompanySet,
  type Crossing,
  type CrossTotals,
  type Dimension,
  type OpenFigure,
  type Question,
  type RowSet,
} from '@/domain/totals/totals'

type Change = Partial<Record<ParameterName | 'after' | 'id', string>>

/** What stands in an address for a set. */
export function ofSet<Name extends RowSet | CompanySet>(set: Name): Name | undefined {
  return set === 'counted' ? undefined : set
}

export function rowSetIn(params: SearchParams): RowSet {
  return rowSets.find((one) => one === textOf(params, 'of')) ?? 'counted'
}

export function companySetIn(params: SearchParams): CompanySet {
  return companySets.find((one) => one === textOf(params, 'of')) ?? 'counted'
}

export function rowsAddress(parameters: Parameters, set: RowSet, change: Change = {}): string {
  return addressOf('/official/ledger', parameters, { of: ofSet(set), ...change })
}

export function companiesAddress(
  parameters: Parameters,
  set: CompanySet,
  change: Change = {},
): string {
  return addressOf('/official/companies', parameters, { of: ofSet(set), ...change })
}

/** Where a figure of a question opens, or of the part of it that a change narrows it to. */
export function figureAddress(
  parameters: Parameters,
  figure: OpenFigure,
  change: Change = {},
): string {
  const set = behind[figure]
  return 'rows' in set
    ? rowsAddress(parameters, set.rows, change)
    : companiesAddress(parameters, set.companies, change)
}

/** How what a question is compared with is asked for. */
export function baseOf(
  parameters: Parameters,
  base: Pick<Question, 'period' | 'until'>,
): Parameters {
  const { period, until } = base
  return { ...parameters, from: monthText(period.from), to: monthText(period.to), until }
}

/** What every row says. */
const always = ['class', 'financier-kind', 'financier'] as const satisfies readonly Dimension[]

/** How a part of the cut of a question is asked for, beside what the question asks; null where its lack has no name. */
export function narrowing(
  asked: Parameters,
  dimension: Dimension,
  key: string | null,
): Parameters | null {
  if (dimension === 'white-list') return { white: key === 'listed' ? 'yes' : 'no' }
  if (dimension === 'first-time') return { first: key === 'first' ? 'yes' : 'no' }
  const parameter = dimension === 'financier-kind' ? 'kind' : dimension
  if (key === null && always.some((one) => one === dimension)) return null
  const [name, code] =
    key === null ? (['lacking', dimension] as const) : ([parameter, key] as const)
  // A company may sit on several chains, or lack several facts: one that is asked for stays beside the other.
  const beside = asked[name]?.split('.') ?? []
  return { [name]: beside.includes(code) ? asked[name] : [...beside, code].join('.') }
}

/** How a cell of two cuts crossed is asked for; null where a lack has no name. */
export function crossed(
  asked: Parameters,
  [down, across]: Crossing,
  cell: Pick<CrossTotals, 'key' | 'across'>,
): Parameters | null {
  const one = narrowing(asked, down, cell.key)
  const other = one && narrowing({ ...asked, ...one }, across, cell.across)
  return other && { ...one, ...other }
}
