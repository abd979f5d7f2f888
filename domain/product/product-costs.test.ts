import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allInBp, BEYOND_BP, repaymentMethods } from '../cost/cost'
import { classes, classTerms, comparesCost } from './classes'
import { COMPARED_DRAWING, costAt, costsOf, withCosts } from './product-costs'

const loan = {
  class: 'credit-loan' as const,
  tenorMinMonths: 6,
  tenorMaxMonths: 24,
  rateMinBp: 315,
  feeBp: 40,
  repayment: 'interest-monthly' as const,
}

describe('what a product costs', () => {
  test('3.15 % with 0.40 % up front does not pass for 3.30 % with all fees', () => {
    expect(costAt(withCosts({ ...loan, tenorMinMonths: 3 }), 3)).toBeGreaterThan(400)
    expect(costAt(withCosts(loan), 12)).toBe(362)
    expect(costAt(withCosts({ ...loan, feeBp: 0 }), 12)).toBe(320)
  })

  test('has a figure a month, each the cost of the drawing by which products are compared', () => {
    const costsBp = costsOf(loan) ?? []
    expect(costsBp).toHaveLength(19)
    for (const [place, cost] of costsBp.entries())
      expect(cost).toBe(
        allInBp(
          {
            amountFen: COMPARED_DRAWING.amountFen,
            rateBp: 315,
            upfrontFeeFen: 400_000,
            yearlyFeeBp: 0,
            repayment: 'interest-monthly',
            tenorMonths: 6 + place,
          },
          COMPARED_DRAWING.on,
        ),
      )
  })

  test('of a tenor it does not have is that of the nearest, of none the lowest of all', () => {
    const product = withCosts(loan)
    expect(costAt(product, 1)).toBe(costAt(product, 6))
    expect(costAt(product, 60)).toBe(costAt(product, 24))
    expect(costAt(product, null)).toBe(Math.min(...(product.costsBp ?? [])))
    expect(costAt(withCosts({ ...loan, tenorMinMonths: null }), 1)).toBeGreaterThan(600)
  })

  test('is never told where nearly all is kept back, and is dearest then', () => {
    expect(costAt(withCosts({ ...loan, feeBp: 9_900 }), 6)).toBe(BEYOND_BP)
  })

  test('can be told of every class with a yearly rate, however it is repaid, and of no other', () => {
    for (const name of classes)
      for (const repayment of classTerms[name].repayments)
        expect(costsOf({ ...loan, class: name, repayment }) !== null, name).toBe(comparesCost(name))
    expect(classes.filter((name) => !comparesCost(name))).toEqual([
      'guarantee',
      'equity',
      'insurance',
    ])
  })

  test('never falls as rate or fee rises', () => {
    const drawn = fc.record({
      rate: fc.integer({ min: 0, max: 2_000 }),
      fee: fc.integer({ min: 0, max: 500 }),
      more: fc.integer({ min: 0, max: 300 }),
      tenor: fc.integer({ min: 1, max: 60 }),
      repayment: fc.constantFrom(...repaymentMethods.filter((method) => method !== 'none')),
    })
    fc.assert(
      fc.property(drawn, ({ rate, fee, more, tenor, repayment }) => {
        const at = (rateMinBp: number, feeBp: number) => {
          const months = { tenorMinMonths: tenor, tenorMaxMonths: tenor }
          return (
            costAt(withCosts({ ...loan, ...months, rateMinBp, feeBp, repayment }), tenor) ?? NaN
          )
        }
        expect(at(rate + more, fee)).toBeGreaterThanOrEqual(at(rate, fee))
        expect(at(rate, fee + more)).toBeGreaterThanOrEqual(at(rate, fee))
      }),
      { numRuns: 50 },
    )
  })
})
