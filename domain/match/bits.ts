/** What the two fast paths of matching share: codes as bits of an int4, in columns of this process and in SQL. Pure. */
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

/** The smallest part of a need that would still be one. */
export function leastPart({ terms, openFen }: JudgedNeed): number {
  return terms.inParts && terms.partFen !== null ? Math.min(terms.partFen, openFen) : openFen
}
