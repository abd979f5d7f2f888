import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chains } from '../chain/chain'
import { classes, classesOfKind } from './classes'
import { districts, zones } from '../place/place'
import { judge } from '../match/judge'
import { noRecord } from '../match/match'
import { criteria, hiddenParts, need, product, TODAY } from '../testing/judged'
import { productTerms } from '../testing/rows'
import {
  contradictingFact,
  criterionSchema,
  reconfirmBy,
  retiredValues,
  saveProductSchema,
  thresholdsOf,
  type Criterion,
} from './product'

const range = (min: number | null, max: number | null, hard = true): Criterion => ({
  fact: 'staff',
  min,
  max,
  hard,
})
const set = (quantifier: 'any' | 'all' | 'none', ...values: string[]) =>
  ({ fact: 'qualification', quantifier, values, hard: true }) as Criterion

const of = (fact: string, quantifier: 'any' | 'all' | 'none', ...values: string[]) =>
  ({ fact, quantifier, values, hard: true }) as Criterion

describe('criteria that nothing can satisfy together', () => {
  test.each<[string, Criterion[], string | null]>([
    ['ranges that miss each other', [range(100, null), range(null, 99)], 'staff'],
    ['ranges that touch', [range(100, null), range(null, 100)], null],
    ['a soft one among them', [range(100, null, false), range(null, 99)], null],
    [
      'all of what is barred',
      [set('all', 'gazelle', 'unicorn'), set('none', 'unicorn')],
      'qualification',
    ],
    [
      'any of what is barred altogether',
      [set('any', 'gazelle'), set('none', 'gazelle', 'unicorn')],
      'qualification',
    ],
    [
      'any of what is barred in part',
      [set('any', 'gazelle', 'unicorn'), set('none', 'unicorn')],
      null,
    ],
    [
      'different facts',
      [range(100, null), { fact: 'rd-staff', min: null, max: 10, hard: true }],
      null,
    ],
    ['one alone', [range(1, 2)], null],
    ['three ranges', [range(1, 50), range(20, null), range(null, 19)], 'staff'],
    [
      'two districts at once',
      [of('district', 'any', 'yanta'), of('district', 'any', 'beilin')],
      'district',
    ],
    ['all of two districts', [of('district', 'all', 'yanta', 'beilin')], 'district'],
    ['none of every district', [of('district', 'none', ...districts)], 'district'],
    ['in no zone at all', [of('zone', 'none', ...zones)], null],
    [
      'any of two zones',
      [of('zone', 'any', 'high-tech', 'economic'), of('zone', 'none', 'economic')],
      null,
    ],
    ['four chains at once', [of('chain', 'all', ...chains.slice(0, 4))], 'chain'],
    ['three chains at once', [of('chain', 'all', ...chains.slice(0, 3))], null],
    ['two certificates at once', [set('any', 'gazelle'), set('any', 'unicorn')], null],
    [
      'in profit, with a loss',
      [
        { fact: 'profitable', hard: true },
        { fact: 'profit', min: null, max: 0, hard: true },
      ],
      'profit',
    ],
  ])('%s', (_name, tests, fact) => {
    expect(contradictingFact(tests)).toBe(fact)
    expect(contradictingFact(tests.toReversed())).toBe(fact)
  })

  test('nobody fits a product whose criteria contradict each other, unless the fact is unknown', () => {
    fc.assert(
      fc.property(hiddenParts, criteria, (hidden, tests) => {
        const fact = contradictingFact(tests)
        fc.pre(fact !== null)
        const { rows, eligible } = judge(
          need({ facts: hidden }),
          { ...product, criteria: tests },
          TODAY,
          noRecord,
        )
        const unknown = rows.some((row) => row.rule === fact && row.verdict === 'unknown')
        expect(eligible && !unknown).toBe(false)
      }),
      { numRuns: 50 },
    )
  })
})

test('a value that left its list is named; those still in it are not', () => {
  expect(
    retiredValues([of('chain', 'any', 'photonics', 'steam-engines'), set('none', 'gazelle')]),
  ).toEqual([{ fact: 'chain', value: 'steam-engines' }])
})

test('tests on a fact are one text whatever order and weight they have', () => {
  const [one, other] = [range(3, null), range(null, 9)]
  expect(thresholdsOf([one, other], 'staff')).toBe(
    thresholdsOf([{ ...other, hard: false }, one], 'staff'),
  )
  expect(thresholdsOf([one], 'staff')).not.toBe(thresholdsOf([range(4, null)], 'staff'))
  expect(thresholdsOf([one], 'revenue')).toBe('')
})

test.each<[string, object, string]>([
  ['amounts the wrong way round', { amountMinFen: 2, amountMaxFen: 1 }, 'amountMaxFen'],
  ['tenors the wrong way round', { tenorMinMonths: 12, tenorMaxMonths: 6 }, 'tenorMaxMonths'],
  ['prices the wrong way round', { rateMinBp: 400, rateMaxBp: 300 }, 'rateMaxBp'],
  ['a loan without a tenor', { tenorMaxMonths: null }, 'tenorMaxMonths'],
  ['criteria that contradict', { criteria: [range(9, null), range(null, 8)] }, 'criteria'],
])('a product with %s is not saved', (_name, more, field) => {
  const parsed = saveProductSchema.safeParse({ ...productTerms, ...more })
  expect(parsed.error?.issues.map(({ path }) => path[0])).toContain(field)
})

test.each([
  { fact: 'staff', min: null, max: null, hard: true },
  { fact: 'staff', min: 9, max: 8, hard: true },
  { fact: 'stage', quantifier: 'any', values: [], hard: true },
  { fact: 'stage', quantifier: 'any', values: ['yanta'], hard: true },
  { fact: 'unheard-of', hard: true },
])('%o is no criterion', (criterion) => {
  expect(criterionSchema.safeParse(criterion).success).toBe(false)
})

test('every criterion that is one is read as it was written', () => {
  fc.assert(
    fc.property(criteria, (tests) => {
      for (const criterion of tests) expect(criterionSchema.parse(criterion)).toEqual(criterion)
    }),
  )
})

test('a product is good for 90 days after it was reconfirmed', () => {
  expect(reconfirmBy('2024-01-01')).toBe('2024-03-31')
})

test('each class is financed by some kind of institution, and shares by no bank', () => {
  expect(new Set(Object.values(classesOfKind).flat())).toEqual(new Set(classes))
  expect(classesOfKind.bank).not.toContain('equity')
})

test('figures from 500 to 100 are refused at the field, each pair of them', () => {
  const crossed = {
    ...productTerms,
    amountMinFen: 500,
    amountMaxFen: 100,
    tenorMinMonths: 24,
    tenorMaxMonths: 12,
    rateMinBp: 500,
    rateMaxBp: 400,
  }
  const paths = saveProductSchema.safeParse(crossed).error?.issues.map(({ path }) => path[0])
  expect(paths).toEqual(['amountMaxFen', 'tenorMaxMonths', 'rateMaxBp'])
})

test('60 billion is no amount of a product', () => {
  const typed = saveProductSchema.safeParse({ ...productTerms, amountMaxFen: 6_000_000_000_000 })
  expect(typed.error?.issues).toMatchObject([{ path: ['amountMaxFen'], message: 'amount-large' }])
})
