/** Two cuts of a question crossed as a table: what its page shows and its file holds. */
import type { Locale } from 'next-intl'
import { textOf, type SearchParams } from '@/app/address'
import { addDays, addMonths, dayOf, type Day } from '@/domain/calendar/calendar'
import { chains, type Chain } from '@/domain/chain/chain'
import { countRegistered, placesOf, type RegisteredFilter } from '@/domain/organisation/registered'
import { countBy, countCross, countTotals } from '@/domain/totals/count'
import type { Asked } from '@/domain/totals/place-question'
import {
  dimensions,
  monthText,
  type Crossing,
  type CrossTotals,
  type Dimension,
} from '@/domain/totals/totals'
import { partWords } from '../part-words'

export const crossMeasures = ['companies', 'companyTimes', 'drawnFen'] as const
export type CrossMeasure = (typeof crossMeasures)[number]

/** What an address names besides the question. */
export const crossWords = { rows: dimensions, columns: dimensions, measure: crossMeasures }

const usual: Crossing = ['chain', 'district']

/** The two cuts that an address names; a cut is never crossed with itself. */
export function crossingIn(params: SearchParams): Crossing {
  const named = (name: string) => dimensions.find((one) => one === textOf(params, name))
  const [rows, columns] = [named('rows'), named('columns')]
  const other = (than: Dimension) => (than === usual[0] ? usual[1] : usual[0])
  if (rows) return [rows, columns ?? other(rows)]
  return columns ? [other(columns), columns] : usual
}

export function measureIn(params: SearchParams): CrossMeasure {
  return crossMeasures.find((one) => one === textOf(params, 'measure')) ?? 'companies'
}

type Filter = RegisteredFilter & { chains?: readonly Chain[] }

/** Registered companies of a part of a cut that they can be told by; null of any other. */
function filterOf(dimension: Dimension, key: string | null): Filter | null {
  const placed = (name: 'zone' | 'district' | 'park') =>
    placesOf[name].find((place) => Object.values(place)[0] === (key ?? 'none')) ?? null
  if (dimension === 'chain') return { chains: chains.filter((one) => one === key) }
  return dimension === 'zone' || dimension === 'district' || dimension === 'park'
    ? placed(dimension)
    : null
}

const places: readonly Dimension[] = ['zone', 'district', 'park']

/** Whether the cells can be told beside who is registered: a place and a chain, and nothing else asked. */
function tellsRegistered({ question }: Asked, [down, across]: Crossing): boolean {
  const isPlain = Object.values(question.cut ?? {}).every((value) => value === undefined)
  const isPair = (one: Dimension, other: Dimension) => places.includes(one) && other === 'chain'
  return isPlain && (isPair(down, across) || isPair(across, down))
}

/** The last day of the question that has come by its position. */
function lastDay({ question, position }: Asked): Day {
  const end = addDays(addMonths(`${monthText(question.period.to)}-01`, 1), -1)
  const known = dayOf(position.at)
  const last = question.until ?? end
  return last < known ? last : known
}

export interface CrossPart {
  key: string | null
  name: string
  companies: number
  companyTimes: number
  drawnFen: number
  /** How its registered companies are asked for; null where they are not told. */
  filter: Filter | null
}

/** The parts of one cut, the largest first; where the registered are told, every part that there is. */
async function readParts(
  { context, question }: Asked,
  dimension: Dimension,
  measure: CrossMeasure,
  all: boolean,
  locale: Locale,
): Promise<CrossPart[]> {
  const [parts, nameOf] = await Promise.all([
    countBy(context, question, dimension),
    partWords(context, dimension, locale),
  ])
  const codes: readonly string[] = dimension === 'chain' ? chains : codesOf(dimension)
  const others = all ? codes.filter((code) => !parts.some(({ key }) => key === code)) : []
  const none = { companies: 0, companyTimes: 0, drawnFen: 0 }
  // What has no name in a cut stands last.
  return [...parts, ...others.map((key) => ({ key, ...none }))]
    .toSorted((a, b) => Number(a.key === null) - Number(b.key === null) || b[measure] - a[measure])
    .map((part) => ({
      ...part,
      name: nameOf(part.key),
      filter: all ? filterOf(dimension, part.key) : null,
    }))
}

function codesOf(dimension: Dimension): string[] {
  if (dimension !== 'zone' && dimension !== 'district' && dimension !== 'park') return []
  return placesOf[dimension]
    .flatMap((place) => Object.values(place))
    .filter((one) => one !== 'none')
}

export async function readCross(
  asked: Asked,
  crossing: Crossing,
  measure: CrossMeasure,
  locale: Locale,
) {
  const { context, question } = asked
  const [down, across] = crossing
  const told = tellsRegistered(asked, crossing)
  const on = lastDay(asked)
  const [rows, columns, cells, whole] = await Promise.all([
    readParts(asked, down, measure, told, locale),
    readParts(asked, across, measure, told, locale),
    countCross(context, question, crossing),
    countTotals(context, question),
  ])
  const registered = told ? await countBoth(asked, rows, columns, on) : null
  const cellOf = new Map<string, CrossTotals>(
    cells.map((cell) => [`${cell.key} ${cell.across}`, cell]),
  )
  const both = (row: CrossPart, column: CrossPart): RegisteredFilter | null =>
    row.filter && column.filter ? { ...row.filter, ...column.filter } : null
  return {
    rows,
    columns,
    cells,
    whole,
    /** The day as of which the registered are told; null where they are not. */
    registeredOn: told ? on : null,
    cellOf: (row: CrossPart, column: CrossPart) => cellOf.get(`${row.key} ${column.key}`) ?? null,
    /** How many are registered in a cell, and how they are asked for; null where that is not told. */
    registeredIn(row: CrossPart, column: CrossPart) {
      const filter = both(row, column)
      const count = registered?.get(row)?.get(column)
      return filter && count !== undefined ? { filter, count } : null
    },
  }
}
export type Cross = Awaited<ReturnType<typeof readCross>>

/** The registered of each cell. */
async function countBoth(
  { context }: Asked,
  rows: readonly CrossPart[],
  columns: readonly CrossPart[],
  on: Day,
) {
  const lined = rows[0]?.filter?.chains !== undefined
  const [lines, across] = lined ? [rows, columns] : [columns, rows]
  const withFilter = (parts: readonly CrossPart[]) =>
    parts.flatMap((part) => (part.filter ? [{ part, filter: part.filter }] : []))
  const [chainParts, placeParts] = [withFilter(lines), withFilter(across)]
  const counts = await countRegistered(
    context,
    on,
    placeParts.map(({ filter }) => filter),
    chainParts.map(({ filter }) => filter.chains ?? []),
  )
  const found = new Map<CrossPart, Map<CrossPart, number>>()
  const put = (row: CrossPart, column: CrossPart, count: number) =>
    found.set(row, (found.get(row) ?? new Map<CrossPart, number>()).set(column, count))
  chainParts.forEach(({ part: chain }, line) =>
    placeParts.forEach(({ part: place }, at) => {
      const count = counts[line]?.[at] ?? 0
      if (lined) put(chain, place, count)
      else put(place, chain, count)
    }),
  )
  return found
}

/** What a cell holds of a measure. */
export function figureOf(of: Pick<CrossTotals, CrossMeasure> | null, measure: CrossMeasure) {
  return of?.[measure] ?? 0
}
