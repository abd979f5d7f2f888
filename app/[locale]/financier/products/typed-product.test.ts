import { describe, expect, test } from 'vitest'
import type { Criterion } from '@/domain/product/product'
import { fieldsOf, type TypedCriterion } from './typed-criteria'
import { typedProduct } from './typed-product'

const WAN = 1_000_000
const whole = {
  class: 'credit-loan',
  amountMinFen: '１００万',
  amountMaxFen: '1000',
  tenorMinMonths: '',
  tenorMaxMonths: '36',
  rateMinBp: '3.45',
}
const row = (fact: string, more: Partial<TypedCriterion> = {}): TypedCriterion => ({
  fact,
  min: '',
  max: '',
  quantifier: 'any',
  values: [],
  hard: true,
  ...more,
})

function typed(fields: Record<string, string>, rows: TypedCriterion[] = []) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...whole, ...fields })) form.set(name, value)
  for (const [name, value] of Object.entries(fieldsOf(rows)))
    for (const one of [value].flat()) form.append(name, one)
  return typedProduct(form)
}

const criteriaOf = (rows: TypedCriterion[]): Criterion[] => typed({}, rows).terms?.criteria ?? []

test('a form is read as it would be saved', () => {
  const rows = [
    row('age', { min: '3' }),
    row('chain', { values: ['photonics'], quantifier: 'none' }),
    row('profitable', { hard: false }),
  ]
  expect(typed({}, rows)).toEqual({
    terms: {
      class: 'credit-loan',
      amountMinFen: 100 * WAN,
      amountMaxFen: 1_000 * WAN,
      tenorMinMonths: null,
      tenorMaxMonths: 36,
      rateMinBp: 345,
      rateMaxBp: null,
      feeBp: 0,
      repayment: 'none',
      costsBp: null,
      criteria: [
        { fact: 'age', min: 36, max: null, hard: true },
        { fact: 'chain', quantifier: 'none', values: ['photonics'], hard: true },
        { fact: 'profitable', hard: false },
      ],
    },
    left: { fields: [], criteria: [] },
    contradiction: null,
  })
})

describe('what is not whole', () => {
  test('an empty form says nothing yet', () => {
    expect(typedProduct(new FormData()).terms).toBeNull()
    expect(typed({ class: '' }).terms).toBeNull()
    expect(typed({ class: 'gift' }).terms).toBeNull()
  })

  test('limits that are empty or not to be read do not limit, and are named', () => {
    const { terms, left } = typed({
      amountMinFen: '',
      amountMaxFen: 'a lot',
      tenorMaxMonths: '',
      rateMinBp: '3,,',
    })
    expect(left.fields).toEqual(['amountMinFen', 'amountMaxFen', 'tenorMaxMonths', 'rateMinBp'])
    expect(terms).toMatchObject({ amountMinFen: 1, tenorMaxMonths: null, rateMinBp: null })
    expect(terms?.amountMaxFen).toBeGreaterThanOrEqual(1e14)
  })

  test('equity has no tenor, and what is agreed case by case no price: nothing is wanting', () => {
    const fields = { class: 'equity', tenorMaxMonths: '', rateMinBp: '' }
    expect(typed(fields).left.fields).toEqual([])
  })

  test('a criterion without a bound, with one that is no figure, without a tick: left out, and named', () => {
    const rows = [
      row('age'),
      row('revenue', { min: 'much' }),
      row('zone'),
      row('staff', { min: '20' }),
    ]
    expect(criteriaOf(rows)).toEqual([{ fact: 'staff', min: 20, max: null, hard: true }])
    expect(typed({}, rows).left.criteria).toEqual(['age', 'revenue', 'zone'])
  })
})

describe('what is foreign', () => {
  test.each([
    ['a fact that there is not', row('shoe-size', { min: '40' })],
    ['a value of another list', row('chain', { values: ['yanta'] })],
    ['a value that its list no longer holds', row('chain', { values: ['sedan-chairs'] })],
    ['a quantifier that there is not', row('zone', { values: ['high-tech'], quantifier: 'most' })],
  ])('%s is left out', (_, foreign) => {
    expect(criteriaOf([foreign])).toEqual([])
  })

  test('fields of no form are passed over', () => {
    const form = new FormData()
    for (const [name, value] of Object.entries(whole)) form.set(name, value)
    form.set('__proto__.class', 'equity')
    expect(typedProduct(form)).toMatchObject({ contradiction: null })
    form.set('criteria', 'everything')
    expect(typedProduct(form)).toMatchObject({ contradiction: null })
  })
})

describe('what contradicts itself is named', () => {
  test.each([
    ['amount', { amountMinFen: '2000' }, []],
    ['tenor', { tenorMinMonths: '48' }, []],
    ['age', {}, [row('age', { min: '5' }), row('age', { max: '3' })]],
    ['age', {}, [row('age', { min: '5', max: '3' })]],
    ['zone', {}, [row('zone', { values: ['high-tech', 'economic'], quantifier: 'all' })]],
    ['profit', {}, [row('profitable'), row('profit', { max: '0' })]],
  ])('%s', (named, fields, rows) => {
    expect(typed(fields, rows).contradiction).toBe(named)
  })

  test('also beside a criterion that is not whole, but not while only preferences differ', () => {
    const pair = [row('age', { min: '5' }), row('age', { max: '3' })]
    expect(typed({}, [row('zone'), ...pair]).contradiction).toBe('age')
    expect(
      typed(
        {},
        pair.map((one) => ({ ...one, hard: false })),
      ).contradiction,
    ).toBeNull()
  })
})
