import { expect, test } from 'vitest'
import { readQuestion, type Parameters } from './read-question'

const now = new Date('2024-05-15T02:00:00Z')

/** What each door makes of them stands in app/address.db.test.ts. */
test.each<[string, Parameters, string | null]>([
  ['nothing said', {}, null],
  ['all that may be said', { from: '2024-02', to: '2024-03', definition: '2024-03-contact' }, null],
  ['a month that is none', { to: '2024-00', definition: 'none' }, 'month'],
  ['months in no order', { from: '2024-03', to: '2024-02', definition: 'none' }, 'order'],
  ['months ahead, which are empty', { from: '2024-01', to: '2024-06' }, null],
  ['a long period', { from: '2014-05', asOf: 'x' }, 'long'],
  ['a definition that is none', { definition: 'none', asOf: 'x' }, 'definition'],
  ['a moment that is none', { asOf: 'x' }, 'as-of'],
  ['a moment ahead', { asOf: '2024-05-15T02:00:01Z' }, 'as-of-ahead'],
])('the first thing wrong with %s', (_name, said, trouble) => {
  expect(readQuestion(said, now).trouble?.code ?? null).toBe(trouble)
})

test.each<[keyof Parameters, string]>([
  ['district', 'nowhere'],
  ['zone', 'yanta'],
  ['chain', 'nonsense'],
  ['chain', 'photonics.nonsense'],
  ['chain', 'photonics.photonics'],
  ['class', 'loan'],
  ['kind', 'Bank'],
  ['qualification', 'none'],
  ['white', 'maybe'],
  ['financier', '1'],
  ['company', 'none'],
  ['lacking', 'class'],
])('%s=%s is read as nothing, and said to be wrong', (parameter, value) => {
  const { trouble } = readQuestion({ [parameter]: value }, now)
  expect(trouble).toEqual({ code: 'value', parameter })
})

test.each(['nowhere', 'yanta.nowhere', 'yanta.yanta', 'city.yanta', ''])(
  'scope=%s is no scope',
  (scope) => {
    expect(readQuestion({ scope }, now).trouble).toEqual({ code: 'scope', parameter: 'scope' })
  },
)

test('beside a trouble a form begins with what could be read', () => {
  const said: Parameters = { from: '2014-05', to: '2023-02', district: 'yanta', asOf: 'x' }
  expect(readQuestion(said, now)).toMatchObject({
    period: { from: 201405, to: 202302 },
    cut: { district: 'yanta' },
    asOf: null,
    parameters: { from: '2014-05', to: '2023-02', district: 'yanta' },
    trouble: { code: 'as-of', parameter: 'asOf' },
  })
})
