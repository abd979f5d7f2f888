import { expect, test } from 'vitest'
import { readPublicQuestion, readQuestion, type Parameters } from './read-question'

const now = new Date('2024-05-15T02:00:00Z')

/** What each door makes of them stands in app/address.test.ts; this is what both say is wrong. */
test.each<[string, Parameters, string | null]>([
  ['nothing said', {}, null],
  ['all that may be said', { from: '2024-02', to: '2024-03', definition: '2024-03-contact' }, null],
  ['a month that is none', { to: '2024-00', definition: 'none' }, 'month'],
  ['months in no order', { from: '2024-03', to: '2024-02', definition: 'none' }, 'order'],
  ['months ahead', { from: '2024-01', to: '2024-06' }, 'ahead'],
  ['a long period', { from: '2014-05', asOf: 'x' }, 'long'],
  ['a definition that is none', { definition: 'none', asOf: 'x' }, 'definition'],
  ['a moment that is none', { asOf: 'x' }, 'as-of'],
  ['a moment ahead', { asOf: '2024-05-15T02:00:01Z' }, 'as-of-ahead'],
])('the first thing wrong with %s', (_name, said, trouble) => {
  expect(readPublicQuestion(said, now).trouble?.code ?? null).toBe(trouble)
  const official = readQuestion(said, now).trouble?.code ?? null
  // Officials may look ahead: months to come are empty, and have no growth.
  expect(official).toBe(trouble === 'ahead' ? null : trouble)
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

test('beside a trouble a form begins with what could be read, anyone with the plain question', () => {
  const said: Parameters = { from: '2014-05', to: '2023-02', district: 'yanta', asOf: 'x' }
  expect(readQuestion(said, now)).toMatchObject({
    period: { from: 201405, to: 202302 },
    cut: { district: 'yanta' },
    asOf: null,
    parameters: { from: '2014-05', to: '2023-02', district: 'yanta' },
    trouble: { code: 'as-of', parameter: 'asOf' },
  })
  expect(readPublicQuestion(said, now)).toEqual({
    ...readPublicQuestion({}, now),
    trouble: { code: 'as-of', parameter: 'asOf' },
  })
})

test('what is no public parameter is not even looked at', () => {
  const cut: Parameters = { district: 'nowhere', company: 'none', white: 'maybe', lacking: 'x' }
  expect(readPublicQuestion(cut, now)).toEqual(readPublicQuestion({}, now))
})
