/**
 * Products as columns of numbers and bit masks, so that one linear scan says which of them a need may have. Only a
 * generator of candidates: it never leaves out what `judge.ts` calls eligible, and over codes that stand in their lists
 * it says exactly the same. Pure: no clock, no I/O.
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
import { codesOf, comparesCost, figureOf } from './judge'
import type { JudgedNeed } from './match'

/** A bit a value, in an int4 here and in SQL: a list that outgrows it must be widened in both. */
export const VALUES_AT_MOST = 31

/** The codes of a list as bits; null where one of them is not in the list. */
export function maskOf(list: readonly string[], codes: readonly string[]): number | null {
  let mask = 0
  for (const code of codes) {
    const place = list.indexOf(code)
    if (place === -1) return null
    mask |= 1 << place
  }
  return mask
}

/** The same for the codes a need holds: no criterion that is tested names one outside its list. */
export function heldMask(list: readonly string[], codes: readonly string[]): number {
  return codes.reduce((mask, code) => {
    const place = list.indexOf(code)
    return place === -1 ? mask : mask | (1 << place)
  }, 0)
}

const rangeFactList = Object.keys(rangeFacts) as RangeFact[]
const setFactList = Object.keys(setFacts) as SetFact[]
/** Flags are figures of 0 and 1. */
const WHITE_LISTED = rangeFactList.length
const PROFITABLE = WHITE_LISTED + 1

/** A need as the scan reads it. NaN is unknown: no comparison with it is true, so it never fails. */
interface NeedColumns {
  classes: number
  openFen: number
  leastFen: number
  tenorMonths: number
  maxCostBp: number
  figures: Float64Array
  codes: Int32Array
  known: Uint8Array
}

/** The smallest part of a need that would still be one. */
export function leastPart({ terms, openFen }: JudgedNeed): number {
  return terms.inParts && terms.partFen !== null ? Math.min(terms.partFen, openFen) : openFen
}

function columnsOf(need: JudgedNeed, today: Day): NeedColumns {
  const { terms, facts, openFen } = need
  const figures = new Float64Array(PROFITABLE + 1)
  rangeFactList.forEach((fact, place) => {
    figures[place] = figureOf(fact, facts, today)?.value ?? NaN
  })
  const profit = figures[rangeFactList.indexOf('profit')] ?? NaN
  figures[WHITE_LISTED] = facts.whiteListed.length > 0 ? 1 : 0
  figures[PROFITABLE] = Number.isNaN(profit) ? NaN : profit > 0 ? 1 : 0
  const codes = new Int32Array(setFactList.length)
  const known = new Uint8Array(setFactList.length)
  setFactList.forEach((fact, place) => {
    const held = codesOf(fact, need, today)
    known[place] = held === null ? 0 : 1
    codes[place] = heldMask(setFacts[fact], held ?? [])
  })
  return {
    classes: heldMask(classes, terms.classes),
    openFen,
    leastFen: leastPart(need),
    tenorMonths: terms.tenorMonths ?? NaN,
    maxCostBp: terms.maxCostBp ?? NaN,
    figures,
    codes,
    known,
  }
}

/** How a set fails: with none of its values there, with one missing, with one there. */
const quantifierCodes = { any: 0, all: 1, none: 2 } as const

/** Products in columns, class by class and in each by the least amount; criteria as runs in flat arrays. */
export interface ProductMasks {
  /** Which product each row is, as a place in what was encoded. */
  places: Int32Array
  /** Where each class begins, and the end. */
  classStarts: Int32Array
  amountMin: Float64Array
  amountMax: Float64Array
  tenorMin: Float64Array
  tenorMax: Float64Array
  rateMin: Float64Array
  rangeStarts: Int32Array
  rangeFact: Uint8Array
  rangeMin: Float64Array
  rangeMax: Float64Array
  setStarts: Int32Array
  setFact: Uint8Array
  setQuantifier: Uint8Array
  setMask: Int32Array
}

type RangeTest = [fact: number, min: number, max: number]
type SetTest = [fact: number, quantifier: number, mask: number]

function rangeTestOf(criterion: Criterion): RangeTest | null {
  if (isSet(criterion)) return null
  if (isRange(criterion)) {
    const { fact, min, max } = criterion
    return [rangeFactList.indexOf(fact), min ?? -Infinity, max ?? Infinity]
  }
  return [criterion.fact === 'white-listed' ? WHITE_LISTED : PROFITABLE, 1, Infinity]
}

function setTestOf(criterion: Criterion): SetTest | null {
  if (!isSet(criterion)) return null
  const mask = maskOf(setFacts[criterion.fact], criterion.values)
  // A value that left its list is not tested here: the judge decides.
  if (mask === null) return null
  return [setFactList.indexOf(criterion.fact), quantifierCodes[criterion.quantifier], mask]
}

const present = <Value>(value: Value | null): Value[] => (value === null ? [] : [value])

/** Where each run begins, and the end. */
function startsOf(runs: readonly unknown[][]): Int32Array {
  const starts = new Int32Array(runs.length + 1)
  runs.forEach((run, place) => {
    starts[place + 1] = (starts[place] ?? 0) + run.length
  })
  return starts
}

export function encodeProducts(products: readonly ProductTerms[]): ProductMasks {
  const sorted = products
    .map((terms, place) => ({ terms, place, name: classes.indexOf(terms.class) }))
    .sort((a, b) => a.name - b.name || a.terms.amountMinFen - b.terms.amountMinFen)
  const rows = sorted.map(({ terms }) => terms)
  const hard = rows.map(({ criteria }) => criteria.filter((criterion) => criterion.hard))
  const rangeRuns = hard.map((list) => list.flatMap((one) => present(rangeTestOf(one))))
  const setRuns = hard.map((list) => list.flatMap((one) => present(setTestOf(one))))
  const ranges = rangeRuns.flat()
  const sets = setRuns.flat()
  const column = (of: (terms: ProductTerms) => number) => Float64Array.from(rows, of)
  const hasTenor = (terms: ProductTerms) => terms.class !== 'equity'
  return {
    places: Int32Array.from(sorted, ({ place }) => place),
    classStarts: Int32Array.from({ length: classes.length + 1 }, (_, name) => {
      const start = sorted.findIndex((row) => row.name >= name)
      return start === -1 ? sorted.length : start
    }),
    amountMin: column((terms) => terms.amountMinFen),
    amountMax: column((terms) => terms.amountMaxFen),
    tenorMin: column((terms) => (hasTenor(terms) ? (terms.tenorMinMonths ?? 0) : -Infinity)),
    tenorMax: column((terms) => (hasTenor(terms) ? (terms.tenorMaxMonths ?? Infinity) : Infinity)),
    rateMin: column((terms) =>
      comparesCost(terms.class) ? (terms.rateMinBp ?? -Infinity) : -Infinity,
    ),
    rangeStarts: startsOf(rangeRuns),
    rangeFact: Uint8Array.from(ranges, ([fact]) => fact),
    rangeMin: Float64Array.from(ranges, ([, min]) => min),
    rangeMax: Float64Array.from(ranges, ([, , max]) => max),
    setStarts: startsOf(setRuns),
    setFact: Uint8Array.from(sets, ([fact]) => fact),
    setQuantifier: Uint8Array.from(sets, ([, quantifier]) => quantifier),
    setMask: Int32Array.from(sets, ([, , mask]) => mask),
  }
}

/** Whether a need fails one of the criteria of a row. */
function failsCriteria(masks: ProductMasks, row: number, need: NeedColumns): boolean {
  const { rangeStarts, rangeFact, rangeMin, rangeMax } = masks
  for (let test = rangeStarts[row]!, end = rangeStarts[row + 1]!; test < end; test++) {
    const figure = need.figures[rangeFact[test]!]!
    if (figure < rangeMin[test]! || figure > rangeMax[test]!) return true
  }
  const { setStarts, setFact, setQuantifier, setMask } = masks
  for (let test = setStarts[row]!, end = setStarts[row + 1]!; test < end; test++) {
    const fact = setFact[test]!
    if (need.known[fact] === 0) continue
    const mask = setMask[test]!
    const both = need.codes[fact]! & mask
    const quantifier = setQuantifier[test]!
    const fails = quantifier === 0 ? both === 0 : quantifier === 1 ? both !== mask : both !== 0
    if (fails) return true
  }
  return false
}

/** The places of the products that a need may have on a day, in their order. */
export function scanProducts(masks: ProductMasks, judged: JudgedNeed, today: Day): number[] {
  const need = columnsOf(judged, today)
  const { classStarts, places, amountMin, amountMax, tenorMin, tenorMax, rateMin } = masks
  const { openFen, leastFen, tenorMonths, maxCostBp } = need
  const found: number[] = []
  if (openFen <= 0) return found
  for (let name = 0; name < classes.length; name++) {
    if ((need.classes & (1 << name)) === 0) continue
    for (let row = classStarts[name]!, end = classStarts[name + 1]!; row < end; row++) {
      if (amountMin[row]! > openFen) break
      if (amountMax[row]! < leastFen) continue
      if (tenorMonths < tenorMin[row]! || tenorMonths > tenorMax[row]!) continue
      if (maxCostBp < rateMin[row]! || failsCriteria(masks, row, need)) continue
      found.push(places[row]!)
    }
  }
  return found.sort((a, b) => a - b)
}
