import { expect, test } from 'vitest'
import { allInBp } from '../cost/cost'
import type { OfferTerms } from './offer'
import { cheapestTwo, figuresOf, type MadeOffer } from './offer-figures'

const WAN = 1_000_000

function made(change: Partial<OfferTerms>): MadeOffer {
  const terms: OfferTerms = {
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
    ...change,
  }
  // Late in the evening of the day before in UTC.
  const createdAt = new Date('2024-05-14T17:00:00Z')
  return { ...terms, allInBp: allInBp(terms, '2024-05-15'), createdAt }
}

test('the parts of a cost add up to it', () => {
  const offer = made({ upfrontFeeFen: 2 * WAN, yearlyFeeBp: 50 })
  const { drawnOn, allIn, parts } = figuresOf(offer)
  expect(drawnOn).toBe('2024-05-15')
  expect(parts).toMatchObject({ rate: 345, compounding: 5 })
  expect((parts?.rate ?? 0) + (parts?.compounding ?? 0) + (parts?.fees ?? 0)).toBe(allIn)
})

test.each<[string, Partial<OfferTerms>, number, number]>([
  ['money kept to the end is in hand all the time', {}, 500 * WAN, 17.25 * WAN],
  [
    'a fee is paid, and leaves the money in hand',
    { upfrontFeeFen: 2 * WAN },
    500 * WAN,
    19.25 * WAN,
  ],
])('%s', (_name, change, average, paid) => {
  expect(figuresOf(made(change))).toMatchObject({ average, paid })
})

test('money paid back month by month is in hand for half of it', () => {
  const { average, balances } = figuresOf(made({ repayment: 'equal-principal' }))
  expect((average ?? 0) / (500 * WAN)).toBeCloseTo(0.54, 2)
  expect(balances).toHaveLength(13)
  expect(balances?.at(-1)?.fen).toBe(0)
})

test('an offer of equity has no cost to show', () => {
  const equity = made({ rateBp: null, repayment: 'none', tenorMonths: null })
  expect(figuresOf(equity)).toMatchObject({
    allIn: null,
    parts: null,
    average: null,
    paid: null,
    balances: null,
  })
})

test('the two cheapest are compared, and what has no cost is passed over', () => {
  const equity = { offer: made({ rateBp: null, repayment: 'none', tenorMonths: null }) }
  const [cheap, dear, dearest] = [300, 345, 400].map((rateBp) => ({ offer: made({ rateBp }) }))
  if (!cheap || !dear || !dearest) throw new Error('three offers')
  expect(cheapestTwo([cheap, equity, dear, dearest])).toEqual([cheap, dear])
  expect(cheapestTwo([cheap, equity])).toBeNull()
})
