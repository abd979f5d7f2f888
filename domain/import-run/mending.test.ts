import { expect, test } from 'vitest'
import { readMending } from './mending'

const read = (fields: Record<string, string>) => readMending(Object.entries(fields))

test('a column is a word of the sender’s only where another was chosen', () => {
  const form = { 'was.as.发放额': 'leave-out', 'was.as.利率': 'rate', 'q.as.利率': 'rate' }
  expect(read({ ...form, 'q.as.发放额': 'drawn' }).answers).toEqual({ 'as.发放额': 'drawn' })
})

test('a cell is mended only where it was changed, and empty where it was emptied', () => {
  const { cells } = read({
    ...{ 'was.c.9:0': 'O', 'c.9:0': '0', 'was.c.9:1': 'a', 'c.9:1': 'a' },
    ...{ 'was.c.9:2': 'x', 'c.9:2': '' },
  })
  expect(cells).toEqual({ '9:0': '0', '9:2': '' })
})

test('questions without an answer are none; a suggestion is put, rows are left and taken back', () => {
  expect(read({ 'q.twins.2': '', put: '9:0=CODE', leave: '4 5', takeBack: '7:1' })).toEqual({
    ...{ answers: {}, cells: { '9:0': 'CODE' }, leave: [4, 5], takeBack: ['7:1'], forget: false },
  })
})

test.each(['c.0:0', 'c.1', 'c.x:1', 'c.1:60', 'c.99999999:1', 'c.-1:2', 'c.__proto__'])(
  'what is no place of a file, as %s, is not taken',
  (name) => {
    expect(read({ [name]: 'a' }).cells).toEqual({})
  },
)

test('nor are rows beyond any file, or a name without end', () => {
  expect(read({ leave: '0 a 60000 3' }).leave).toEqual([3])
  expect(read({ [`q.${'a'.repeat(1_000)}`]: 'x' }).answers).toEqual({})
})
