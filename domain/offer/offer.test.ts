import { expect, test } from 'vitest'
import { classes, classTerms, type FinancingClass } from '../product/classes'
import { offerSchemaOf, whyNotOffer, type OfferTerms } from './offer'

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
  valuationFen: null,
  conditions: null,
  validUntil: '2024-06-30',
}

const equity: OfferTerms = {
  ...plain,
  repayment: 'none',
  rateBp: null,
  tenorMonths: null,
  valuationFen: 9_400 * WAN,
}
const guarantee: OfferTerms = { ...plain, repayment: 'none', rateBp: null, yearlyFeeBp: 80 }
const faultsOf = (name: FinancingClass, terms: OfferTerms) =>
  offerSchemaOf(name)
    .safeParse(terms)
    .error?.issues.map(({ path }) => path[0])

test.each<[string, FinancingClass, OfferTerms, Partial<OfferTerms>, string]>([
  ['a loan without a rate', 'credit-loan', plain, { rateBp: null }, 'rateBp'],
  ['a loan without a tenor', 'credit-loan', plain, { tenorMonths: null }, 'tenorMonths'],
  [
    'a loan that says not how it is repaid, so that no cost could be told',
    'credit-loan',
    plain,
    { repayment: 'none' },
    'repayment',
  ],
  ['a fee over the amount', 'credit-loan', plain, { upfrontFeeFen: 500 * WAN }, 'upfrontFeeFen'],
  ['half a fen', 'credit-loan', plain, { amountFen: 1_000_000.5 }, 'amountFen'],
  ['no day it is valid until', 'credit-loan', plain, { validUntil: '2024-13-01' }, 'validUntil'],
  ['a loan at a valuation', 'bond', plain, { valuationFen: WAN * 100 }, 'valuationFen'],
  ['equity without a valuation', 'equity', equity, { valuationFen: null }, 'valuationFen'],
  ['equity at a rate', 'equity', equity, { rateBp: 300 }, 'rateBp'],
  ['equity with a tenor', 'equity', equity, { tenorMonths: 12 }, 'tenorMonths'],
  ['a guarantee for nothing', 'guarantee', guarantee, { yearlyFeeBp: 0 }, 'yearlyFeeBp'],
  ['a guarantee at a rate', 'guarantee', guarantee, { rateBp: 300 }, 'rateBp'],
  ['a guarantee paid back', 'guarantee', guarantee, { repayment: 'bullet' }, 'repayment'],
  ['a policy without a term', 'insurance', guarantee, { tenorMonths: null }, 'tenorMonths'],
])('%s is no offer', (_name, of, whole, more, field) => {
  expect(faultsOf(of, whole)).toBeUndefined()
  expect(faultsOf(of, { ...whole, ...more })).toEqual([field])
})

test('what the form would not send is refused by the verb too', () => {
  const asked = { openFen: 500 * WAN, class: 'credit-loan' as const }
  expect(whyNotOffer({ ...plain, repayment: 'none' }, asked, '2024-05-15')).toBe('terms-of-class')
  expect(whyNotOffer(plain, asked, '2024-05-15')).toBeNull()
})

test('every class of financing has terms that are an offer', () => {
  for (const name of classes) {
    const whole = { rate: plain, fee: guarantee, premium: guarantee, share: equity }
    expect(faultsOf(name, whole[classTerms[name].price]), name).toBeUndefined()
  }
})
