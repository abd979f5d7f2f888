import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { parseForm, typedIn } from './forms'

function formOf(entries: [string, string][]): FormData {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}

const need = z.object({
  amountFen: z.number('number').int('number').min(1_000_000, 'amount-small'),
  leastFen: z.number('number').nullable(),
  maxCostBp: z.number('number').nullable(),
  tenorMonths: z.number('number').nullable(),
  inParts: z.boolean(),
  classes: z.array(z.string()).min(1, 'choose-class'),
  words: z.string().trim().max(5, 'too-long').nullable(),
})
const reads = {
  amountFen: 'money',
  leastFen: 'money',
  maxCostBp: 'rate',
  tenorMonths: 'whole',
  inParts: 'flag',
  classes: 'list',
  words: 'text',
} as const

describe('a form through its schema', () => {
  it('reads what people type into what the noun wants', () => {
    const form = formOf([
      ['amountFen', '１，２００万'],
      ['leastFen', ''],
      ['maxCostBp', '4.5%'],
      ['tenorMonths', '12 个月'],
      ['classes[]', 'credit'],
      ['classes[]', 'ip-pledge'],
      ['words', ' a\r\nb '],
      ['idempotencyKey', 'k-1'],
      ['$ACTION_ID_abc', ''],
    ])
    expect(parseForm(need, form, reads)).toEqual({
      ok: true,

      data: {
        amountFen: 1_200_000_000,
        leastFen: null,
        maxCostBp: 450,
        tenorMonths: 12,
        inParts: false,
        classes: ['credit', 'ip-pledge'],
        words: 'a\nb',
      },
    })
  })

  it('answers codes, and keeps what was typed but for passwords', () => {
    const form = formOf([
      ['amountFen', 'a lot'],
      ['leastFen', '5'],
      ['maxCostBp', ''],
      ['tenorMonths', ''],
      ['inParts', 'on'],
      ['words', 'too many'],
      ['password', 'hunter2'],
    ])
    const parsed = parseForm(need, form, reads)
    expect(parsed).toEqual({
      ok: false,
      errors: { amountFen: 'number', classes: 'choose-class', words: 'too-long' },
      values: {
        amountFen: 'a lot',
        leastFen: '5',
        maxCostBp: '',
        tenorMonths: '',
        inParts: 'on',
        words: 'too many',
      },
    })
    expect(typedIn(form)).not.toHaveProperty('password')
  })

  it('says required where nothing was entered', () => {
    const schema = z.object({
      amountFen: z.number('number'),
      day: z.iso.date('date'),
      kind: z.enum(['a', 'b'], 'required'),
      name: z.string().min(1),
      consent: z.literal('on', 'tick'),
    })
    const form = formOf([
      ['amountFen', ''],
      ['name', ''],
    ])
    expect(parseForm(schema, form, { amountFen: 'money' })).toMatchObject({
      errors: {
        amountFen: 'required',
        day: 'required',
        kind: 'required',
        name: 'required',
        consent: 'required',
      },
    })
  })

  it('nests by dots and brackets', () => {
    const schema = z.object({
      years: z.array(z.object({ year: z.number(), revenueFen: z.number('number').nullable() })),
      contact: z.object({ name: z.string() }),
    })
    const form = formOf([
      ['years[0].year', '2022'],
      ['years[0].revenueFen', '600'],
      ['years[1].year', '2023'],
      ['years[1].revenueFen', 'x'],
      ['contact.name', 'Lin'],
    ])
    const named = { 'years[].year': 'whole', 'years[].revenueFen': 'money' } as const
    expect(parseForm(schema, form, named)).toMatchObject({
      ok: false,
      errors: { 'years[1].revenueFen': 'number' },
    })
    form.set('years[1].revenueFen', '')
    expect(parseForm(schema, form, named)).toMatchObject({
      ok: true,
      data: {
        years: [
          { year: 2022, revenueFen: 600_000_000 },
          { year: 2023, revenueFen: null },
        ],
        contact: { name: 'Lin' },
      },
    })
  })

  it.each([
    '__proto__.admin',
    'a.constructor.b',
    'a[prototype]',
    'a..b',
    'a[9999]',
    '',
    'x'.repeat(300),
  ])('refuses the name %s', (name) => {
    expect(parseForm(z.object({}), formOf([[name, '1']]))).toMatchObject({ ok: false })
    expect(({} as Record<string, unknown>).admin).toBeUndefined()
  })

  it('refuses a path through a value, too many fields and too long a text', () => {
    const both = formOf([
      ['a', '1'],
      ['a.b', '2'],
    ])
    expect(parseForm(z.looseObject({}), both)).toMatchObject({ errors: { 'a.b': 'invalid' } })
    const many = formOf(Array.from({ length: 501 }, (_, index) => [`f${index}`, '1']))
    expect(parseForm(z.looseObject({}), many)).toMatchObject({ errors: { '': 'too-large' } })
    expect(parseForm(z.looseObject({}), formOf([['a', 'x'.repeat(20_001)]]))).toMatchObject({
      errors: { a: 'too-large' },
    })
  })

  it('answers a sign that is none, and what is no form, in words', () => {
    const text = z.object({ words: z.string() })
    expect(parseForm(text, formOf([['words', 'a\0b']]))).toMatchObject({
      errors: { words: 'unreadable' },
    })
    for (const no of [null, undefined, 'x', {}, ['a'], new URLSearchParams('words=a')])
      expect(parseForm(text, no as FormData)).toMatchObject({ errors: { '': 'unreadable' } })
    expect(typedIn({} as FormData)).toEqual({})
  })

  it('does not look at a figure that is too long to be one', () => {
    const figure = z.object({ amountFen: z.number('number') })
    const typed = formOf([['amountFen', '9'.repeat(19_000)]])
    expect(parseForm(figure, typed, { amountFen: 'money' })).toMatchObject({
      errors: { amountFen: 'number' },
    })
  })
})
