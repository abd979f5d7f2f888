import { describe, expect, it } from 'vitest'
import { parseForm } from '@/app/forms'
import {
  criterionSchema,
  rangeFacts,
  saveProductSchema,
  setFacts,
  type Criterion,
  type RangeUnit,
} from '@/domain/product/product'
import {
  contradictionTyped,
  criterionFacts,
  editedRows,
  typedOf,
  withCanonicalCriteria,
} from './criteria-form'
import { productReadings } from './product-readings'
import { fieldsOf, rowsTyped, type Typed } from './typed-criteria'

const criteria: Criterion[] = [
  { fact: 'age', min: 36, max: null, hard: true },
  { fact: 'revenue', min: 500_000_000, max: 20_000_000_000, hard: true },
  { fact: 'debt-ratio', min: null, max: 7_000, hard: true },
  { fact: 'zone', quantifier: 'any', values: ['high-tech', 'economic'], hard: true },
  { fact: 'qualification', quantifier: 'none', values: ['unicorn'], hard: false },
  { fact: 'profitable', hard: false },
]

const product: Typed = {
  name: '光子链信用贷',
  class: 'credit-loan',
  summary: '',
  amountMinFen: '100',
  amountMaxFen: '1000',
  tenorMinMonths: '6',
  tenorMaxMonths: '36',
  rateMinBp: '3.45',
  rateMaxBp: '',
  feeBp: '0',
  repayment: 'interest-monthly',
  answerDays: '1',
  decisionDays: '10',
}

const units: Partial<Record<string, RangeUnit>> = rangeFacts
const lists: Partial<Record<string, readonly string[]>> = setFacts
const bounds: Record<RangeUnit, number> = {
  months: 12,
  people: 10,
  count: 12,
  fen: 100_000_000,
  bp: 500,
}

function formOf(values: Typed): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values))
    for (const one of [value].flat()) form.append(name, one)
  return form
}

const read = (values: Typed) =>
  parseForm(saveProductSchema, withCanonicalCriteria(formOf(values), values), productReadings)

describe('criteria in a form', () => {
  it.each(['hasOwnProperty', '__proto__', 'constructor', 'toString', ''])(
    'of a fact that is none, %s, are refused in words',
    (fact) => {
      const row = {
        fact,
        min: '1',
        max: '2',
        quantifier: 'any' as const,
        values: ['a'],
        hard: true,
      }
      const values = { ...product, ...fieldsOf([row]) }
      expect(contradictionTyped(values)).toBeNull()
      expect(read(values)).toMatchObject({ ok: false })
    },
  )

  it('are read back as they were stored', () => {
    const typed = typedOf(criteria)
    expect(typed[0]).toMatchObject({ fact: 'age', min: '3', max: '' })
    expect(typed[1]).toMatchObject({ min: '500', max: '20000' })
    expect(typed[2]).toMatchObject({ min: '', max: '70' })
    expect(rowsTyped(fieldsOf(typed))).toEqual(typed)
    expect(read({ ...product, ...fieldsOf(typed) })).toMatchObject({ ok: true, data: { criteria } })
  })

  it('may be none', () => {
    expect(read(product)).toMatchObject({ ok: true, data: { criteria: [] } })
  })

  it.each([
    ['３', 36],
    ['1.5 年', 18],
    ['2 years', 24],
  ])('take %s for an age of %s months', (min, months) => {
    const rows = fieldsOf([{ ...typedOf(criteria)[0]!, min }])
    expect(read({ ...product, ...rows })).toMatchObject({
      ok: true,
      data: { criteria: [{ fact: 'age', min: months, max: null, hard: true }] },
    })
  })

  it('refuse what is not a number, no bound, no value, and a lower bound over the upper one', () => {
    const [age, revenue, , zone] = typedOf(criteria)
    const errors = (row: object) => {
      const answer = read({ ...product, ...fieldsOf([row as NonNullable<typeof age>]) })
      return answer.ok ? {} : answer.errors
    }
    expect(errors({ ...age, min: 'three' })).toEqual({ 'criteria[0]': 'invalid' })
    expect(errors({ ...age, min: '' })).toEqual({ 'criteria[0].min': 'bound-missing' })
    expect(errors({ ...zone, values: [] })).toEqual({ 'criteria[0].values': 'required' })
    expect(errors({ ...revenue, min: '30000' })).toEqual({ 'criteria[0].min': 'min-over-max' })
  })

  it('name the fact on which two of them contradict each other', () => {
    const rows = typedOf([
      { fact: 'age', min: 60, max: null, hard: true },
      { fact: 'age', min: null, max: 36, hard: true },
    ])
    const values = { ...product, ...fieldsOf(rows) }
    expect(read(values)).toMatchObject({ ok: false, errors: { criteria: 'criteria-contradict' } })
    expect(contradictionTyped(values)).toBe('age')
    expect(contradictionTyped({ ...product, ...fieldsOf(typedOf(criteria)) })).toBeNull()
  })

  it('gain a row and lose a row, and keep everything else that was typed', () => {
    const values = { ...product, ...fieldsOf(typedOf(criteria)) }
    const pressed = (edit: string, newFact = 'staff') =>
      editedRows(formOf({ ...values, edit, newFact }), values)
    expect(editedRows(formOf(values), values)).toBeNull()
    const longer = pressed('add')
    expect(longer).toMatchObject(product)
    expect(rowsTyped(longer ?? {}).map(({ fact }) => fact)).toEqual([
      ...criteria.map(({ fact }) => fact),
      'staff',
    ])
    expect(rowsTyped(pressed('remove:1') ?? {}).map(({ fact }) => fact)).toEqual(
      criteria.map(({ fact }) => fact).filter((fact) => fact !== 'revenue'),
    )
    expect(rowsTyped(pressed('add', 'height') ?? {})).toHaveLength(criteria.length)
  })

  it.each(criterionFacts)('can be made of the fact %s', (fact) => {
    const [unit, list] = [units[fact], lists[fact]]
    const one = criterionSchema.parse({
      fact,
      hard: true,
      ...(unit && { min: bounds[unit], max: null }),
      ...(list && { quantifier: 'any', values: list.slice(0, 1) }),
    })
    expect(read({ ...product, ...fieldsOf(typedOf([one])) })).toMatchObject({
      ok: true,
      data: { criteria: [one] },
    })
  })
})
