import { expect, test } from 'vitest'
import { offerSchema, type OfferTerms } from './offer'

const WAN = 1_000_000
const plain: OfferTerms = {
  amountFen: 500 * WAN,
  rateBp: 345,
  upfrontFeeFen: 0,
  yearlyFeeBp: 0,
  repayment: 'interest-monthly',
  tenorMonths: 12,
  revolving: false,
  collateral: [],
  validUntil: '2024-06-30',
}

test.each([
  ['a loan without a rate', { rateBp: null }, 'rateBp'],
  ['a loan without a tenor', { tenorMonths: null }, 'tenorMonths'],
  ['a fee over the amount', { upfrontFeeFen: 500 * WAN }, 'upfrontFeeFen'],
  ['half a fen', { amountFen: 1_000_000.5 }, 'amountFen'],
  ['no day it is valid until', { validUntil: '2024-13-01' }, 'validUntil'],
])('%s is no offer', (_name, more, field) => {
  const parsed = offerSchema.safeParse({ ...plain, ...more })
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field])
})

test('equity is an offer without rate and tenor', () => {
  const equity = { ...plain, repayment: 'none', rateBp: null, tenorMonths: null }
  expect(offerSchema.safeParse(equity).success).toBe(true)
})
