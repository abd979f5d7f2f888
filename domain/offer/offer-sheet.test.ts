import { describe, expect, test } from 'vitest'
import { classes, classTerms } from '../product/classes'
import {
  changedRows,
  needDifferences,
  rowsOutsideProduct,
  shareBp,
  sheetOf,
  type SheetTerms,
} from './offer-sheet'

const WAN = 1_000_000
const loan: SheetTerms = {
  amountFen: 600 * WAN,
  rateBp: 345,
  upfrontFeeFen: 0,
  yearlyFeeBp: 0,
  repayment: 'interest-monthly',
  tenorMonths: 24,
  revolving: false,
  collateral: [],
  valuationFen: null,
  conditions: null,
  validUntil: '2024-06-30',
  allInBp: 351,
}
const asked = {
  openFen: 600 * WAN,
  tenorMonths: 24,
  collateral: ['receivables' as const],
  maxCostBp: 450,
}
const product = {
  amountMinFen: 100 * WAN,
  amountMaxFen: 800 * WAN,
  tenorMinMonths: 6,
  tenorMaxMonths: 36,
  rateMinBp: 315,
  rateMaxBp: 420,
  feeBp: 20,
}

describe('what a new offer changed', () => {
  test('a smaller sum, a new pledge and a cheaper fee are each named', () => {
    const now: SheetTerms = {
      ...loan,
      amountFen: 500 * WAN,
      collateral: ['intellectual-property' as never],
      upfrontFeeFen: 8_000_00,
      allInBp: 349,
    }
    expect(changedRows('credit-loan', now, loan)).toEqual([
      'allIn',
      'amount',
      'upfrontFee',
      'collateral',
    ])
    expect(changedRows('credit-loan', loan, loan)).toEqual([])
  })

  test('of the same terms on another day neither the cost is another, nor anything but the day', () => {
    const later = { ...loan, allInBp: 352, validUntil: '2024-07-31' }
    expect(changedRows('credit-loan', later, loan)).toEqual(['validUntil'])
  })

  test('the order in which security is ticked is no change', () => {
    const [one, other] = [
      ['equipment', 'inventory'],
      ['inventory', 'equipment'],
    ] as never[][]
    expect(
      changedRows('secured-loan', { ...loan, collateral: one! }, { ...loan, collateral: other! }),
    ).toEqual([])
  })
})

describe('what differs from the need', () => {
  test.each<[string, Partial<SheetTerms>, object[]]>([
    ['nothing', {}, []],
    ['less than is asked for', { amountFen: 500 * WAN }, [{ row: 'amount', lessFen: 100 * WAN }]],
    ['another tenor', { tenorMonths: 12 }, [{ row: 'tenor', asked: 24 }]],
    [
      'security that was not offered',
      { collateral: ['receivables', 'equipment'] },
      [{ row: 'collateral', added: ['equipment'] }],
    ],
    ['dearer than the ceiling', { allInBp: 480 }, [{ row: 'allIn', overBp: 30 }]],
  ])('%s', (_name, more, found) => {
    expect(needDifferences('credit-loan', { ...loan, ...more }, asked)).toEqual(found)
  })

  test('a guarantee stands beside the money: its sum is not held against what is open', () => {
    expect(needDifferences('guarantee', { ...loan, amountFen: WAN, allInBp: null }, asked)).toEqual(
      [],
    )
  })
})

describe('what lies outside what the product publishes', () => {
  test.each<[string, Partial<SheetTerms>, string[]]>([
    ['nothing', { upfrontFeeFen: 12_000_00 }, []],
    ['more than its most', { amountFen: 801 * WAN, upfrontFeeFen: 0 }, ['amount']],
    ['longer than its longest', { tenorMonths: 37 }, ['tenor']],
    ['dearer and cheaper rates alike', { rateBp: 421 }, ['rate']],
    ['a fee that it does not name', { upfrontFeeFen: 12_000_01 }, ['upfrontFee']],
    ['a yearly fee that it does not name', { yearlyFeeBp: 10 }, ['yearlyFee']],
  ])('%s', (_name, more, rows) => {
    expect(rowsOutsideProduct('credit-loan', { ...loan, ...more }, product)).toEqual(rows)
  })

  test('of a guarantee the yearly fee is its price', () => {
    const letter = { ...loan, rateBp: null, repayment: 'none' as const, yearlyFeeBp: 430 }
    expect(rowsOutsideProduct('guarantee', letter, product)).toEqual(['yearlyFee'])
  })
})

test('a sheet has the rows of its class alone', () => {
  for (const name of classes) {
    const rows = sheetOf(name)
    expect(rows.includes('allIn'), name).toBe(classTerms[name].price === 'rate')
    expect(rows.includes('rate'), name).toBe(classTerms[name].price === 'rate')
    expect(rows.includes('share'), name).toBe(name === 'equity')
  }
})

test('600 万元 at 9,400 万元 before is 6 % after', () => {
  expect(shareBp({ ...loan, valuationFen: 9_400 * WAN })).toBe(600)
})
