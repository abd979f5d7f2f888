/** What the two fast paths of matching share: codes as bits, in columns of this process and in SQL. Pure. */
import { flagFacts, rangeFacts, setFacts, type RangeFact, type SetFact } from '../product/product'
import type { JudgedNeed, Rule } from './match'

/** A bit a value, and one more. */
export const VALUES_AT_MOST = 31

/**
 * Where a lead keeps the codes of a fact: in which column, from which bit on, and room for how many. The first bit says that it
 * is unknown; then a bit a value, in the order of its list. A list that outgrows its room needs another layout, and every
 * lead is due anew.
 */
export const slots: Record<
  SetFact | 'white-listed',
  { column: 'singleCodes' | 'severalCodes'; from: number; room: number }
> = {
  district: { column: 'singleCodes', from: 0, room: 15 },
  zone: { column: 'singleCodes', from: 16, room: 11 },
  stage: { column: 'singleCodes', from: 28, room: 7 },
  use: { column: 'singleCodes', from: 36, room: 13 },
  'white-listed': { column: 'singleCodes', from: 50, room: 1 },
  chain: { column: 'severalCodes', from: 0, room: 25 },
  qualification: { column: 'severalCodes', from: 26, room: 12 },
  collateral: { column: 'severalCodes', from: 39, room: 12 },
}

/** The codes of a fact in its slot; null is unknown. */
export function slotBits(fact: SetFact, held: readonly string[] | null): number {
  return 2 ** slots[fact].from * (held === null ? 1 : 2 * heldMask(setFacts[fact], held))
}

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

/** The smallest part of a need that would still be one. */
export function leastPart({ terms, openFen }: JudgedNeed): number {
  return terms.inParts && terms.partFen !== null ? Math.min(terms.partFen, openFen) : openFen
}

/** Every rule; which of them a need fails by is a bit each, in this order. */
export const rules: readonly Rule[] = [
  'class',
  'amount',
  'tenor',
  'cost',
  ...(Object.keys(rangeFacts) as RangeFact[]),
  ...(Object.keys(setFacts) as SetFact[]),
  ...flagFacts,
]

export const ruleBits = (of: readonly Rule[]): number =>
  of.reduce((bits, rule) => bits | (1 << rules.indexOf(rule)), 0)

export const rulesIn = (bits: number): Rule[] =>
  rules.filter((_, place) => (bits & (1 << place)) !== 0)
