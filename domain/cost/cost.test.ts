import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import xirr from 'xirr'
import { addMonths, startOf } from '../calendar/calendar'
import {
  allInBp,
  averagePrincipal,
  BEYOND_BP,
  cashFlow,
  paidInAll,
  repaymentMethods,
  type CostTerms,
} from './cost'

const WAN = 1_000_000
const plain: CostTerms = {
  amountFen: 500 * WAN,
  rateBp: 345,
  upfrontFeeFen: 0,
  yearlyFeeBp: 0,
  repayment: 'interest-monthly',
  tenorMonths: 12,
}
const drawnOn = '2024-05-15'

const priced = repaymentMethods.filter((method) => method !== 'none')
const terms = fc.record({
  amountFen: fc.integer({ min: WAN, max: 5_000 * WAN }),
  rateBp: fc.integer({ min: 100, max: 2_400 }),
  upfrontFeeFen: fc.integer({ min: 0, max: 20_000 }),
  yearlyFeeBp: fc.integer({ min: 0, max: 300 }),
  repayment: fc.constantFrom(...priced),
  tenorMonths: fc.integer({ min: 1, max: 120 }),
})
const day = fc
  .integer({ min: 0, max: 1_500 })
  .map((offset) => new Date(Date.UTC(2022, 0, 1 + offset)).toISOString().slice(0, 10))

describe('all-in yearly cost', () => {
  test.each<[string, Partial<CostTerms>, number]>([
    ['3.45 % with interest monthly over a year is about 3.50 %', {}, 350],
    [
      '3.20 % in equal instalments with a fee of 0.4 % is about 4.01 %',
      { rateBp: 320, repayment: 'equal-instalments', upfrontFeeFen: 2 * WAN },
      401,
    ],
    ['nothing costs nothing', { rateBp: 0 }, 0],
    ['a bullet of one year costs its rate', { repayment: 'bullet' }, 345],
    [
      'a fee of 1 % on half a year costs about 2 % more',
      { tenorMonths: 6, upfrontFeeFen: 5 * WAN },
      557,
    ],
    ['a yearly fee of 1 % is paid ahead', { yearlyFeeBp: 100 }, 457],
  ])('%s', (_name, more, bp) => {
    expect(Math.abs((allInBp({ ...plain, ...more }, drawnOn) ?? 0) - bp)).toBeLessThanOrEqual(2)
  })

  test.each<[string, Partial<CostTerms>, number | null]>([
    [
      'a month with a fifth kept back is beyond what is told',
      { amountFen: 10 * WAN, tenorMonths: 1, upfrontFeeFen: 2 * WAN },
      BEYOND_BP,
    ],
    ['nearly all kept back is too', { upfrontFeeFen: 499 * WAN, tenorMonths: 1 }, BEYOND_BP],
    [
      'a month with a tenth kept back is told',
      { amountFen: 10 * WAN, rateBp: 0, tenorMonths: 1, upfrontFeeFen: WAN },
      Math.round((1.0 / 0.9) ** (365 / 31) * 10_000 - 10_000),
    ],
  ])('%s', (_name, more, bp) => {
    expect(allInBp({ ...plain, ...more }, drawnOn)).toBe(bp)
  })

  test('equity has none', () => {
    const equity = { ...plain, repayment: 'none' as const, rateBp: null, tenorMonths: null }
    expect(allInBp(equity, drawnOn)).toBeNull()
    expect(cashFlow(equity, drawnOn)).toBeNull()
    expect(paidInAll(equity, drawnOn)).toBeNull()
    expect(averagePrincipal(equity, drawnOn)).toBeNull()
  })

  test('agrees with another computation of XIRR', () => {
    fc.assert(
      fc.property(terms, day, (offered, on) => {
        const flow = cashFlow(offered, on)
        const payments = flow?.payments ?? []
        const expected = xirr(
          payments.map(({ on: paidOn, fen }) => ({ amount: fen, when: startOf(paidOn) })),
          { guess: offered.rateBp / 10_000 },
        )
        expect(Math.abs((allInBp(offered, on) ?? 0) - expected * 10_000)).toBeLessThanOrEqual(0.6)
      }),
      { numRuns: 60 },
    )
  })

  test('never falls when a fee is added', () => {
    fc.assert(
      fc.property(terms, fc.integer({ min: 1, max: 20_000 }), (offered, fee) => {
        const dearer = { ...offered, upfrontFeeFen: offered.upfrontFeeFen + fee }
        expect(allInBp(dearer, drawnOn)).toBeGreaterThanOrEqual(allInBp(offered, drawnOn) ?? 0)
      }),
    )
  })
})

describe('cash flow', () => {
  test.each<[CostTerms['repayment'], number, number, number]>([
    ['interest-monthly', 13, -1_437_500, -501_437_500],
    ['bullet', 2, -517_250_000, -517_250_000],
    ['equal-principal', 13, -43_104_166, -41_786_466],
    ['equal-instalments', 13, -42_449_411, -42_449_411],
  ])('%s over a year: %i payments', (repayment, count, second, last) => {
    const payments = cashFlow({ ...plain, repayment }, drawnOn)?.payments ?? []
    expect(payments).toHaveLength(count)
    expect(payments[0]).toEqual({ on: drawnOn, fen: 500 * WAN })
    expect(Math.abs((payments[1]?.fen ?? 0) - second)).toBeLessThanOrEqual(20)
    expect(Math.abs((payments.at(-1)?.fen ?? 0) - last)).toBeLessThanOrEqual(20)
    expect(payments.at(-1)?.on).toBe('2025-05-15')
  })

  test('the principal is paid back to the fen, and the balance never rises', () => {
    fc.assert(
      fc.property(terms, day, (offered, on) => {
        const balances = cashFlow(offered, on)?.balances ?? []
        expect(balances[0]).toEqual({ on, fen: offered.amountFen })
        expect(balances.at(-1)).toEqual({ on: addMonths(on, offered.tenorMonths), fen: 0 })
        for (const [index, { fen }] of balances.entries())
          expect(fen).toBeLessThanOrEqual(balances[index - 1]?.fen ?? fen)
      }),
    )
  })

  test('amounts are whole fen, and what is paid in all is what the flow adds up to', () => {
    fc.assert(
      fc.property(terms, day, (offered, on) => {
        const payments = cashFlow(offered, on)?.payments ?? []
        expect(payments.every(({ fen }) => Number.isSafeInteger(fen))).toBe(true)
        const sum = payments.reduce((total, { fen }) => total + fen, 0)
        expect(paidInAll(offered, on)).toBe(-sum)
        expect(-sum).toBeGreaterThanOrEqual(offered.upfrontFeeFen)
      }),
    )
  })

  test('drawn on the 31st, each month pays on its last day at the latest', () => {
    const payments = cashFlow({ ...plain, tenorMonths: 3 }, '2024-01-31')?.payments ?? []
    expect(payments.map(({ on }) => on)).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
      '2024-04-30',
    ])
  })

  test.each<[CostTerms['repayment'], number]>([
    ['interest-monthly', 500 * WAN],
    ['bullet', 500 * WAN],
    ['equal-principal', 271 * WAN],
  ])('%s has on average so much in hand', (repayment, expected) => {
    const average = averagePrincipal({ ...plain, repayment }, drawnOn) ?? 0
    expect(Math.abs(average - expected)).toBeLessThan(2 * WAN)
  })
})
