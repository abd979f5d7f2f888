/** All products on offer against one need: whom it fits, and which it just misses. Pure. */
import type { Day } from '../calendar/calendar'
import type { ProductTerms } from '../product/product'
import { ruleBits, rulesIn } from './bits'
import type { ProductMasks } from './masks'
import type { Change, JudgedNeed } from './match'
import { groups, nearMiss } from './near-miss'
import { scanEligible } from './scan'

export interface Offered extends ProductTerms {
  financierId: string
}

/** Products, and the same as masks: a place is one product in both. */
export interface Offers<One extends Offered = Offered> {
  products: readonly One[]
  masks: ProductMasks
}

/** Who could finance a need: products, and the financiers they are of. */
export interface FittingCount {
  products: number
  financiers: number
}

export function countAt(places: readonly number[], { products }: Offers): FittingCount {
  const financiers = new Set(places.map((place) => products[place]?.financierId))
  return { products: places.length, financiers: financiers.size }
}

export function countFitting(need: JudgedNeed, offers: Offers, today: Day): FittingCount {
  return countAt(scanEligible(offers.masks, need, today), offers)
}

const groupBits = groups.map(({ rules }) => ruleBits(rules))
const changeable = groupBits.reduce((all, bits) => all | bits)

/** How many changes it takes at least to mend these rules; infinitely many where one never changes. */
function changesAtLeast(failed: number): number {
  if ((failed & ~changeable) !== 0) return Infinity
  return groupBits.reduce((sum, bits) => sum + Number((failed & bits) !== 0), 0)
}

/**
 * The products that a need misses by so many changes at most, by place and in its order. Only where the rules it fails by,
 * as `scanFailed` gives them, leave a chance is one looked for.
 */
export function missesAmong<One extends Offered>(
  need: JudgedNeed,
  { products }: Offers<One>,
  failed: Int32Array,
  today: Day,
  most: 1 | 2,
): { place: number; product: One; changes: Change[] }[] {
  const found: { place: number; product: One; changes: Change[] }[] = []
  for (const [place, product] of products.entries()) {
    const rules = failed[place] ?? 0
    if (rules === 0 || changesAtLeast(rules) > most) continue
    const changes = nearMiss(need, product, today, rulesIn(rules))
    if (changes && changes.length <= most) found.push({ place, product, changes })
  }
  return found
}
