import { expect, test } from 'vitest'
import { askedFor, compareNamespaces } from './messages.mjs'

test.each([
  ['plain', 'Hello', []],
  ['an argument', '{count} needs', ['count']],
  ['a plural', '{count, plural, one {# need of {name}} other {# needs}}', ['count', 'name']],
  ['a select', '{kind, select, bank {a bank} other {it}}', ['kind', 'kind=bank', 'kind=other']],
  ['a format', '{amount, number, ::compact-short} on {day, date}', ['amount', 'day']],
  ['a tag', 'Read <link>this</link>', ['<link>']],
  ['quoted braces', "write '{name}' as it is, it''s fine", []],
])('a message with %s asks for what it needs', (_name, message, asked) => {
  expect(askedFor(message)).toEqual(asked)
})

test.each(['{', '{}', '{a', 'a}', '{n, plural, one {x}}', '{n, plural, other x}'])(
  'the broken message %s is found',
  (message) => {
    expect(() => askedFor(message)).toThrow()
  },
)

test('a key in one language only, an empty text, other arguments and a forgotten translation are found', () => {
  const zh = { a: '一', b: '', c: '{n} 个', d: 'Save the draft', e: { f: '六' }, g: '七' }
  const en = { a: 'one', b: 'two', c: '{m} pieces', d: 'Save the draft', e: {}, g: '7 七' }
  expect(compareNamespaces(zh, en)).toEqual([
    'b (zh) is empty',
    'c asks for {n} in zh and {m} in en',
    'd is not translated',
    'e.f is in zh only',
    'g (en) is English with Chinese in it',
  ])
})

test('languages that agree have no faults', () => {
  const zh = { a: '{n} 家企业', name: '科融' }
  const en = { a: '{n, plural, one {# company} other {# companies}}', name: 'Kerong 科融' }
  expect(compareNamespaces(zh, en)).toEqual([])
})
