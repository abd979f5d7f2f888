/** Which products a need may have, and by which rules it misses the others: linear scans over `masks.ts`. Pure. */
import type { Day } from '../calendar/calendar'
import { ruleBits } from './bits'
import { judge } from './judge'
import {
  ALL,
  ANY,
  codeRules,
  columnsOf,
  costsFrom,
  figureRules,
  type NeedColumns,
  type ProductMasks,
} from './masks'
import { failedHard, noRecord, type JudgedNeed } from './match'

/** One a set fact: as many as `setFacts` has. */
type SetColumns<Value> = [Value, Value, Value, Value, Value, Value, Value]

/** One where there is a bit, else none. */
const some = (bits: number) => (bits | -bits) >>> 31

/**
 * The places of the products that a need may have on a day, in no order that means anything: never without one that the
 * judge calls eligible, and over codes that stand in their lists those alone. Each pass keeps the rows that go on by
 * counting, without a branch: a wrong guess of the processor costs more than all tests of a row.
 */
export function scanProducts(masks: ProductMasks, judged: JudgedNeed, today: Day): number[] {
  if (judged.openFen <= 0) return []
  const need = columnsOf(judged, today)
  const kept = masks.scratch
  const count = keepBySets(masks, need, kept, keepByTerms(masks, need, kept))
  return keepByRuns(masks, need, kept, count)
}

function keepByTerms(masks: ProductMasks, need: NeedColumns, kept: Int32Array): number {
  const { openFen, leastFen, tenorHigh, tenorLow, tenorMonths, maxCostBp } = need
  const { groupStarts, groupClass, groupTenorMin, groupTenorMax } = masks
  const { amountMin, amountMax, costs } = masks
  let count = 0
  for (let group = 0; group < groupClass.length; group++) {
    if ((need.classes & groupClass[group]!) === 0) continue
    if (tenorHigh < groupTenorMin[group]! || tenorLow > groupTenorMax[group]!) continue
    const costAtRow = costsFrom(masks, group, tenorMonths) - groupStarts[group]!
    for (let row = groupStarts[group]!, end = groupStarts[group + 1]!; row < end; row++) {
      if (amountMax[row]! < leastFen) break
      kept[count] = row
      count += Number(amountMin[row]! <= openFen) & Number(maxCostBp >= costs[costAtRow + row]!)
    }
  }
  return count
}

function keepBySets(masks: ProductMasks, need: NeedColumns, kept: Int32Array, of: number): number {
  const [of0, of1, of2, of3, of4, of5, of6] = masks.any as SetColumns<Int32Array>
  const [held0, held1, held2, held3, held4, held5, held6] = [...need.held] as SetColumns<number>
  let count = 0
  for (let at = 0; at < of; at++) {
    const row = kept[at]!
    kept[count] = row
    count +=
      some(held0 & of0[row]!) &
      some(held1 & of1[row]!) &
      some(held2 & of2[row]!) &
      some(held3 & of3[row]!) &
      some(held4 & of4[row]!) &
      some(held5 & of5[row]!) &
      some(held6 & of6[row]!)
  }
  return count
}

function keepByRuns(
  masks: ProductMasks,
  need: NeedColumns,
  kept: Int32Array,
  of: number,
): number[] {
  const { places, rangeStarts, rangeFact, rangeMin, rangeMax } = masks
  const { setStarts, setFact, setQuantifier, setMask } = masks
  const { low, high, held, known } = need
  const found: number[] = []
  rows: for (let at = 0; at < of; at++) {
    const row = kept[at]!
    for (let test = rangeStarts[row]!, end = rangeStarts[row + 1]!; test < end; test++) {
      const fact = rangeFact[test]!
      if (high[fact]! < rangeMin[test]! || low[fact]! > rangeMax[test]!) continue rows
    }
    for (let test = setStarts[row]!, end = setStarts[row + 1]!; test < end; test++) {
      const fact = setFact[test]!
      if (known[fact] === 1 && !holds(held[fact]!, setQuantifier[test]!, setMask[test]!))
        continue rows
    }
    found.push(places[row]!)
  }
  return found
}

function holds(held: number, quantifier: number, mask: number): boolean {
  const both = held & mask
  return quantifier === ANY ? both !== 0 : both === (quantifier === ALL ? mask : 0)
}

/** The places of the products that a need is eligible for, in no order that means anything. */
export function scanEligible(masks: ProductMasks, need: JudgedNeed, today: Day): number[] {
  const decided = (place: number) => {
    const terms = masks.undecided.get(place)
    return !terms || judge(need, terms, today, noRecord).eligible
  }
  return scanProducts(masks, need, today).filter(decided)
}

export const CLASS = ruleBits(['class'])
const AMOUNT = ruleBits(['amount'])
const TENOR = ruleBits(['tenor'])
const COST = ruleBits(['cost'])
const figureBits = figureRules.map((rule) => ruleBits([rule]))
const codeBits = codeRules.map((rule) => ruleBits([rule]))

/** By place, the hard rules by which a need fails each product, as bits; of another class than it asks for, the class alone. */
export function scanFailed(masks: ProductMasks, judged: JudgedNeed, today: Day): Int32Array {
  const need = columnsOf(judged, today)
  const { openFen, leastFen, tenorHigh, tenorLow, tenorMonths, maxCostBp } = need
  const { places, groupStarts, groupClass, groupTenorMin, groupTenorMax } = masks
  const { amountMin, amountMax, costs } = masks
  const failed = new Int32Array(places.length).fill(CLASS)
  for (let group = 0; group < groupClass.length; group++) {
    if ((need.classes & groupClass[group]!) === 0) continue
    const inTenor = tenorHigh >= groupTenorMin[group]! && tenorLow <= groupTenorMax[group]!
    const costAtRow = costsFrom(masks, group, tenorMonths) - groupStarts[group]!
    for (let row = groupStarts[group]!, end = groupStarts[group + 1]!; row < end; row++) {
      const inAmount = openFen > 0 && leastFen <= amountMax[row]! && amountMin[row]! <= openFen
      failed[places[row]!] =
        (inAmount ? 0 : AMOUNT) |
        (inTenor ? 0 : TENOR) |
        (maxCostBp >= costs[costAtRow + row]! ? 0 : COST) |
        failedFigures(masks, need, row) |
        failedCodes(masks, need, row)
    }
  }
  for (const [place, terms] of masks.undecided)
    if (failed[place] !== CLASS)
      failed[place] = ruleBits(failedHard(judge(judged, terms, today, noRecord).rows))
  return failed
}

function failedFigures(masks: ProductMasks, { low, high }: NeedColumns, row: number): number {
  const { rangeStarts, rangeFact, rangeMin, rangeMax } = masks
  let bits = 0
  for (let test = rangeStarts[row]!, end = rangeStarts[row + 1]!; test < end; test++) {
    const fact = rangeFact[test]!
    if (high[fact]! < rangeMin[test]! || low[fact]! > rangeMax[test]!) bits |= figureBits[fact]!
  }
  return bits
}

function failedCodes(masks: ProductMasks, { held, known }: NeedColumns, row: number): number {
  const { any, setStarts, setFact, setQuantifier, setMask } = masks
  let bits = 0
  for (let fact = 0; fact < any.length; fact++)
    if ((held[fact]! & any[fact]![row]!) === 0) bits |= codeBits[fact]!
  for (let test = setStarts[row]!, end = setStarts[row + 1]!; test < end; test++) {
    const fact = setFact[test]!
    if (known[fact] === 1 && !holds(held[fact]!, setQuantifier[test]!, setMask[test]!))
      bits |= codeBits[fact]!
  }
  return bits
}
