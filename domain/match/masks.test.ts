import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { classes } from '../product/classes'
import { setFacts, type SetFact, type SetValue } from '../product/product'
import { need, product, TODAY } from '../testing/judged'
import { anyNeed, anyProduct } from '../testing/pairs'
import { judge } from './judge'
import { slots, VALUES_AT_MOST } from './bits'
import { encodeProducts } from './masks'
import { noRecord } from './match'
import { scanProducts } from './scan'

const RUNS = 16
const A_RUN = 250

test(
  'over a million pairs, the scan finds what the judge calls eligible and nothing else',
  { timeout: 60_000 },
  () => {
    let pairs = 0
    let eligible = 0
    fc.assert(
      fc.property(
        fc.array(anyNeed, { minLength: A_RUN, maxLength: A_RUN }),
        fc.array(anyProduct, { minLength: A_RUN, maxLength: A_RUN }),
        (needs, products) => {
          const masks = encodeProducts(products)
          for (const one of needs) {
            const fitting = products.flatMap((terms, place) =>
              judge(one, terms, TODAY, noRecord).eligible ? [place] : [],
            )
            const found = scanProducts(masks, one, TODAY).sort((a, b) => a - b)
            if (found.join() !== fitting.join()) expect(found, JSON.stringify(one)).toEqual(fitting)
            pairs += products.length
            eligible += fitting.length
          }
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    )
    expect(pairs).toBe(RUNS * A_RUN * A_RUN)
    // Were nearly none eligible, or nearly all, agreeing would say little.
    expect(eligible / pairs).toBeGreaterThan(0.01)
    expect(eligible / pairs).toBeLessThan(0.5)
  },
)

test('a value that stands in no list leaves the product to the judge', () => {
  const gone = 'a-chain-that-ended' as SetValue
  const criteria = (['any', 'all', 'none'] as const).map((quantifier) => ({
    fact: 'chain' as const,
    quantifier,
    values: [gone],
    hard: true,
  }))
  const masks = encodeProducts(criteria.map((one) => ({ ...product, criteria: [one] })))
  expect(scanProducts(masks, need(), TODAY).toSorted()).toEqual([0, 1, 2])
})

test('every list of codes fits into a mask, and into its slot of a lead', () => {
  expect(classes.length).toBeLessThanOrEqual(VALUES_AT_MOST)
  for (const [fact, list] of Object.entries(setFacts)) {
    expect(list.length).toBeLessThanOrEqual(VALUES_AT_MOST)
    expect(list.length).toBeLessThanOrEqual(slots[fact as SetFact].room)
  }
  // The bit for unknown before the values of each, none on another's, all within what a number holds exactly.
  const bits = Object.values(slots).flatMap(({ column, from, room }) =>
    Array.from({ length: room + 1 }, (_, more) => `${column} ${from + more}`),
  )
  expect(new Set(bits).size).toBe(bits.length)
  for (const { from, room } of Object.values(slots)) expect(from + room).toBeLessThan(53)
})
