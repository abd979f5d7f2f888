import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Criterion } from '../product/product'
import { need, product, TODAY, WAN } from '../testing/judged'
import { encodeProducts } from './masks'
import { applyChanges, nearMiss } from './near-miss'
import { obstaclesOf } from './obstacles'
import { countFitting, type Offered, type Offers } from './offers'

const offer = (financierId: string, more: Partial<typeof product> = {}): Offered => ({
  ...product,
  ...more,
  financierId,
})
const offersOf = (products: readonly Offered[]): Offers => ({
  products,
  masks: encodeProducts(products),
})
const upTo = (wan: number) => ({ amountMinFen: 50 * WAN, amountMaxFen: wan * WAN })
const asked = need({ terms: { amountFen: 600 * WAN } })
const elsewhere = {
  criteria: [
    { fact: 'district', quantifier: 'any', values: ['beilin'], hard: true },
  ] satisfies Criterion[],
}

test('of several figures the one that opens most is tried, and others stand under their rule', () => {
  const offered = [
    offer('a', upTo(1_000)),
    offer('b', upTo(500)),
    offer('c', upTo(500)),
    offer('c', upTo(450)),
    offer('d', { tenorMinMonths: 24 }),
    offer('e', elsewhere),
    offer('f', { ...elsewhere, tenorMinMonths: 24 }),
    offer('g', { class: 'equity' }),
  ]
  expect(obstaclesOf(asked, offersOf(offered), TODAY)).toEqual({
    fitting: { products: 1, financiers: 1 },
    blocked: 6,
    changes: [
      // 450 opens three products, 500 only two.
      {
        change: { kind: 'amount', fen: 450 * WAN },
        opens: 3,
        after: { products: 4, financiers: 3 },
      },
      { change: { kind: 'tenor', months: 24 }, opens: 1, after: { products: 2, financiers: 2 } },
    ],
    others: [{ rule: 'district', products: 2 }],
  })
})

const products = fc.array(
  fc.record({
    financierId: fc.constantFrom('a', 'b', 'c', 'd'),
    wan: fc.integer({ min: 100, max: 900 }),
    tenor: fc.integer({ min: 1, max: 30 }),
    away: fc.boolean(),
  }),
  { maxLength: 12 },
)

test('what is fitting, opened by one change and blocked by a rule adds up, and a try gives what it says', () => {
  fc.assert(
    fc.property(products, (drawn) => {
      const offered = drawn.map(({ financierId, wan, tenor, away }) =>
        offer(financierId, {
          ...upTo(wan),
          tenorMinMonths: tenor,
          tenorMaxMonths: tenor + 12,
          ...(away ? elsewhere : {}),
        }),
      )
      const offers = offersOf(offered)
      const found = obstaclesOf(asked, offers, TODAY)
      const isBlocked = (one: Offered) => countFitting(asked, offersOf([one]), TODAY).products === 0
      const blocked = offered.filter(isBlocked)
      expect(found.fitting).toEqual(countFitting(asked, offers, TODAY))
      expect(found.fitting.products + found.blocked).toBe(offered.length)
      for (const { change, after, opens } of found.changes) {
        const tried = applyChanges(asked, TODAY, [change])
        expect(countFitting(tried.need, offers, tried.today)).toEqual(after)
        expect(countFitting(tried.need, offersOf(blocked), tried.today).products).toBe(opens)
        expect(opens).toBeGreaterThan(0)
      }
      const away = found.others.reduce((sum, { products: count }) => sum + count, 0)
      const opened = blocked.filter((one) => nearMiss(asked, one, TODAY)?.length === 1)
      expect(away + opened.length).toBe(found.blocked)
    }),
  )
})
