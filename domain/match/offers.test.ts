import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Chain } from '../chain/chain'
import type { Criterion } from '../product/product'
import { TODAY } from '../testing/judged'
import { countFittingByJudge, nearMissByTrying, obstaclesByJudge } from '../testing/obstacles'
import { anyNeed, anyProduct } from '../testing/pairs'
import { ruleBits } from './bits'
import { judge } from './judge'
import { encodeProducts } from './masks'
import { failedHard, noRecord } from './match'
import { obstaclesOf } from './obstacles'
import { countFitting, missesAmong, type Offered } from './offers'
import { CLASS, scanFailed } from './scan'

const RUNS = 6
const NEEDS = 50
const PRODUCTS = 200

const gone = 'a-chain-that-ended' as Chain
const quantifier = fc.constantFrom('any' as const, 'all' as const, 'none' as const)
const oneOfTen = fc.nat(9).map((drawn) => drawn === 0)

/** Now and then a product asks for a value that its list no longer holds, or a need still has it. */
const offered: fc.Arbitrary<Offered> = fc
  .tuple(anyProduct, fc.constantFrom('a', 'b', 'c'), quantifier, oneOfTen)
  .map(([terms, financierId, how, asksGone]) => {
    const criteria = terms.criteria.slice(0, 3)
    const more: Criterion = { fact: 'chain', quantifier: how, values: [gone], hard: true }
    return { ...terms, financierId, criteria: asksGone ? [...criteria, more] : criteria }
  })
const asked = fc
  .tuple(anyNeed, oneOfTen)
  .map(([need, isGone]) => (isGone ? { ...need, facts: { ...need.facts, chains: [gone] } } : need))

test(
  'over sixty thousand pairs, the masks give what the judge gives one by one: rules, fits, near misses, obstacles',
  { timeout: 120_000 },
  () => {
    const seen = { pairs: 0, fits: 0, misses: 0, doubles: 0, changes: 0, others: 0 }
    fc.assert(
      fc.property(
        fc.array(asked, { minLength: NEEDS, maxLength: NEEDS }),
        fc.array(offered, { minLength: PRODUCTS, maxLength: PRODUCTS }),
        (needs, products) => {
          const offers = { products, masks: encodeProducts(products) }
          for (const need of needs) {
            const about = JSON.stringify(need)
            const failed = scanFailed(offers.masks, need, TODAY)
            const byJudge = products.map((product) =>
              need.terms.classes.includes(product.class)
                ? ruleBits(failedHard(judge(need, product, TODAY, noRecord).rows))
                : CLASS,
            )
            expect([...failed], about).toEqual(byJudge)
            const misses = products.flatMap((product, place) => {
              const changes = nearMissByTrying(need, product, TODAY)
              return changes ? [{ place, product, changes }] : []
            })
            expect(missesAmong(need, offers, failed, TODAY, 2), about).toEqual(misses)
            const singles = misses.filter(({ changes }) => changes.length === 1)
            expect(missesAmong(need, offers, failed, TODAY, 1), about).toEqual(singles)
            const fits = countFittingByJudge(need, products, TODAY)
            expect(countFitting(need, offers, TODAY), about).toEqual(fits)
            const obstacles = obstaclesOf(need, offers, TODAY)
            expect(obstacles, about).toEqual(obstaclesByJudge(need, products, TODAY))
            seen.pairs += products.length
            seen.fits += fits.products
            seen.misses += misses.length
            seen.doubles += misses.length - singles.length
            seen.changes += obstacles.changes.length
            seen.others += obstacles.others.length
          }
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    )
    expect(seen.pairs).toBe(RUNS * NEEDS * PRODUCTS)
    // Were nearly nothing found, agreeing would say little.
    expect(seen.fits / seen.pairs).toBeGreaterThan(0.02)
    expect(seen.misses / seen.pairs).toBeGreaterThan(0.02)
    expect(seen.doubles).toBeGreaterThan(300)
    expect(seen.changes).toBeGreaterThan(150)
    expect(seen.others).toBeGreaterThan(500)
  },
)
