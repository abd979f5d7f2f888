/**
 * Products, and a need, as columns of numbers and bit masks, so that one linear scan (`scan.ts`) compares them. Pure: no
 * clock, no I/O.
 */
import type { Day } from '../calendar/calendar'
import { classes } from '../product/classes'
import {
  isRange,
  isSet,
  rangeFacts,
  setFacts,
  type Criterion,
  type ProductTerms,
  type RangeFact,
  type SetFact,
} from '../product/product'
import { costAt } from '../product/product-costs'
import { heldMask, leastPart, maskOf } from './bits'
import { codesOf, figureOf, flagOf } from './known-facts'
import type { JudgedNeed, Rule } from './match'

const rangeFactList = Object.keys(rangeFacts) as RangeFact[]
const setFactList = Object.keys(setFacts) as SetFact[]
/** What is compared as a figure, and as codes, by its place in the columns. Flags are figures of 0 and 1. */
export const figureRules: readonly Rule[] = [...rangeFactList, 'white-listed', 'profitable']
export const codeRules: readonly Rule[] = setFactList
const WHITE_LISTED = rangeFactList.length
const PROFITABLE = WHITE_LISTED + 1

/** The sign bit: every need holds it and a product without a test asks for it, so that the test always passes. */
const ALWAYS = 1 << 31
const EVERYTHING = -1
const LEAST = -(2 ** 31)
const MOST = 2 ** 31 - 1

/** A need as a scan reads it: what is unknown passes whatever it is compared with. */
export interface NeedColumns {
  classes: number
  openFen: number
  leastFen: number
  /** The tenor twice, to stand above a least and below a most. */
  tenorHigh: number
  tenorLow: number
  tenorMonths: number | null
  maxCostBp: number
  /**
   * The least and the most that a figure may be, by fact; one figure twice where it is known. NaN is unknown: no comparison
   * with it is true, so it never fails.
   */
  low: Float64Array
  high: Float64Array
  /** By fact, as bits; all of them where it is unknown. */
  held: Int32Array
  known: Uint8Array
}

export function columnsOf(need: JudgedNeed, today: Day): NeedColumns {
  const { terms, openFen } = need
  const low = new Float64Array(PROFITABLE + 1)
  const high = new Float64Array(PROFITABLE + 1)
  for (const [place, fact] of rangeFactList.entries()) {
    const known = figureOf(fact, need, today)
    low[place] = known?.low ?? NaN
    high[place] = known?.high ?? NaN
  }
  for (const [place, flag] of [
    [WHITE_LISTED, 'white-listed'],
    [PROFITABLE, 'profitable'],
  ] as const)
    low[place] = high[place] = Number(flagOf(flag, need) ?? NaN)
  const held = new Int32Array(setFactList.length).fill(EVERYTHING)
  const known = new Uint8Array(setFactList.length)
  for (const [place, fact] of setFactList.entries()) {
    const codes = codesOf(fact, need, today)
    if (codes === null) continue
    known[place] = 1
    held[place] = ALWAYS | heldMask(setFacts[fact], codes)
  }
  return {
    classes: heldMask(classes, terms.classes),
    openFen,
    leastFen: leastPart(need),
    tenorHigh: terms.tenorMonths ?? MOST,
    tenorLow: terms.tenorMonths ?? LEAST,
    tenorMonths: terms.tenorMonths,
    maxCostBp: terms.maxCostBp ?? MOST,
    low,
    high,
    held,
    known,
  }
}

export const ANY = 0
export const ALL = 1
const quantifierCodes = { any: ANY, all: ALL, none: 2 } as const

/** Products in columns: those of one class and tenor stand together, from the highest limit down. */
export interface ProductMasks {
  /** Which product each row is, as a place in what was encoded. */
  places: Int32Array
  /** Where each group begins, and the end; the class as its bit. */
  groupStarts: Int32Array
  groupClass: Int32Array
  groupTenorMin: Int32Array
  groupTenorMax: Int32Array
  amountMin: Float64Array
  amountMax: Float64Array
  /**
   * All-in costs, and where those of each group begin: a row a product where no tenor is asked for, then one for each month
   * that the group has, so that a scan at one tenor reads on.
   */
  costs: Int32Array
  groupCosts: Int32Array
  /** The first *any of* of each fact, as bits. */
  any: Int32Array[]
  rangeStarts: Int32Array
  rangeFact: Uint8Array
  rangeMin: Float64Array
  rangeMax: Float64Array
  /** All other sets. */
  setStarts: Int32Array
  setFact: Uint8Array
  setQuantifier: Uint8Array
  setMask: Int32Array
  /** By place: those with a hard test that is not here, for a value of it left its list. The judge decides them. */
  undecided: ReadonlyMap<number, ProductTerms>
  /** Where a scan keeps the rows that go on. */
  scratch: Int32Array
}

interface SetTest {
  fact: number
  quantifier: number
  mask: number
}
type RangeTest = [fact: number, min: number, max: number]

function rangeTestOf(criterion: Criterion): RangeTest[] {
  if (isSet(criterion)) return []
  if (isRange(criterion)) {
    const { fact, min, max } = criterion
    return [[rangeFactList.indexOf(fact), min ?? -Infinity, max ?? Infinity]]
  }
  return [[criterion.fact === 'white-listed' ? WHITE_LISTED : PROFITABLE, 1, Infinity]]
}

function setTestOf(criterion: Criterion): SetTest[] {
  if (!isSet(criterion)) return []
  const { fact, quantifier, values } = criterion
  const mask = maskOf(setFacts[fact], values)
  if (mask === null) return []
  return [{ fact: setFactList.indexOf(fact), quantifier: quantifierCodes[quantifier], mask }]
}

/** Where each run begins, and the end. */
function startsOf(runs: readonly unknown[][]): Int32Array {
  const starts = new Int32Array(runs.length + 1)
  runs.forEach((run, place) => {
    starts[place + 1] = (starts[place] ?? 0) + run.length
  })
  return starts
}

const isUndecided = ({ criteria }: ProductTerms) =>
  criteria.some((one) => one.hard && isSet(one) && maskOf(setFacts[one.fact], one.values) === null)

/** How many tenors, in months, products of one group have. */
function monthsOf({ tenorMinMonths: min, tenorMaxMonths: max }: ProductTerms): number {
  return max === null ? 0 : max - (min ?? 1) + 1
}

function costColumns(rows: readonly ProductTerms[], starts: readonly number[]) {
  const columns = starts.slice(0, -1).map((start, group) => {
    const own = rows.slice(start, starts[group + 1])
    const shortest = own[0]?.tenorMinMonths ?? 1
    const tenors = [
      null,
      ...Array.from({ length: monthsOf(own[0]!) }, (_, more) => shortest + more),
    ]
    return tenors.flatMap((tenor) => own.map((terms) => costAt(terms, tenor) ?? LEAST))
  })
  const begins = columns.reduce<number[]>((all, { length }) => [...all, all.at(-1)! + length], [0])
  return { flat: Int32Array.from(columns.flat()), starts: Int32Array.from(begins) }
}

/**
 * Where the costs of a group's first row stand at a tenor: of one that the group does not have, at its nearest; row by
 * row they follow.
 */
export function costsFrom(masks: ProductMasks, group: number, tenorMonths: number | null): number {
  const { groupStarts, groupCosts, groupTenorMin } = masks
  const rows = groupStarts[group + 1]! - groupStarts[group]!
  const months = (groupCosts[group + 1]! - groupCosts[group]!) / rows - 1
  if (tenorMonths === null || months === 0) return groupCosts[group]!
  const shortest = Math.max(groupTenorMin[group]!, 1)
  const month = Math.min(Math.max(tenorMonths - shortest, 0), months - 1)
  return groupCosts[group]! + (1 + month) * rows
}

interface Grouped {
  terms: ProductTerms
  place: number
  name: number
  tenorMin: number
  tenorMax: number
}

function grouped(terms: ProductTerms, place: number): Grouped {
  const name = classes.indexOf(terms.class)
  const { tenorMinMonths: min, tenorMaxMonths: max } = terms
  return terms.class === 'equity'
    ? { terms, place, name, tenorMin: LEAST, tenorMax: MOST }
    : { terms, place, name, tenorMin: min ?? LEAST, tenorMax: max ?? MOST }
}

/** Zero where two stand in one group. */
const byGroup = (a: Grouped, b: Grouped) =>
  a.name - b.name || a.tenorMin - b.tenorMin || a.tenorMax - b.tenorMax

export function encodeProducts(products: readonly ProductTerms[]): ProductMasks {
  const sorted = products
    .map(grouped)
    .sort((a, b) => byGroup(a, b) || b.terms.amountMaxFen - a.terms.amountMaxFen)
  const starts = sorted.flatMap((one, row) =>
    row > 0 && byGroup(one, sorted[row - 1]!) === 0 ? [] : [row],
  )
  const groups = (of: (first: Grouped) => number) =>
    Int32Array.from(starts, (row) => of(sorted[row]!))
  const rows = sorted.map(({ terms }) => terms)
  const hard = rows.map(({ criteria }) => criteria.filter((criterion) => criterion.hard))
  const rangeRuns = hard.map((list) => list.flatMap(rangeTestOf))
  const setTests = hard.map((list) => list.flatMap(setTestOf))
  const firstAny = (tests: SetTest[], fact: number) =>
    tests.find((test) => test.fact === fact && test.quantifier === ANY)
  const setRuns = setTests.map((tests) =>
    tests.filter((test) => test !== firstAny(tests, test.fact)),
  )
  const costs = costColumns(rows, [...starts, sorted.length])
  const ranges = rangeRuns.flat()
  const sets = setRuns.flat()
  return {
    places: Int32Array.from(sorted, ({ place }) => place),
    groupStarts: Int32Array.from([...starts, sorted.length]),
    groupClass: groups(({ name }) => 1 << name),
    groupTenorMin: groups(({ tenorMin }) => tenorMin),
    groupTenorMax: groups(({ tenorMax }) => tenorMax),
    amountMin: Float64Array.from(rows, (terms) => terms.amountMinFen),
    amountMax: Float64Array.from(rows, (terms) => terms.amountMaxFen),
    costs: costs.flat,
    groupCosts: costs.starts,
    any: setFactList.map((_, fact) =>
      Int32Array.from(setTests, (tests) => firstAny(tests, fact)?.mask ?? ALWAYS),
    ),
    rangeStarts: startsOf(rangeRuns),
    rangeFact: Uint8Array.from(ranges, ([fact]) => fact),
    rangeMin: Float64Array.from(ranges, ([, min]) => min),
    rangeMax: Float64Array.from(ranges, ([, , max]) => max),
    setStarts: startsOf(setRuns),
    setFact: Uint8Array.from(sets, ({ fact }) => fact),
    setQuantifier: Uint8Array.from(sets, ({ quantifier }) => quantifier),
    setMask: Int32Array.from(sets, ({ mask }) => mask),
    undecided: new Map([...products.entries()].filter(([, terms]) => isUndecided(terms))),
    scratch: new Int32Array(rows.length + 1),
  }
}
