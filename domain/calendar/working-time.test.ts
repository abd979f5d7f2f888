import { expect, test } from 'vitest'
import { dueAfter, workingTimeBetween } from './calendar'

const at = (text: string) => new Date(`${text}:00+08:00`)

test.each([
  ['2024-05-13T10:00', '2024-05-13T16:00', 0.25],
  ['2024-05-13T10:00', '2024-05-15T10:00', 2],
  // Friday to Monday: the weekend is no working time.
  ['2024-05-17T10:00', '2024-05-20T10:00', 1],
  // Begun on a Sunday, it counts from nine on Monday.
  ['2024-05-19T23:00', '2024-05-20T15:00', 0.25],
  // The holiday of May and the Saturday worked for it.
  ['2024-04-30T12:00', '2024-05-06T12:00', 1],
  ['2024-05-15T10:00', '2024-05-14T10:00', 0],
])('from %s to %s', (from, to, days) => {
  expect(workingTimeBetween(at(from), at(to))).toBeCloseTo(days, 9)
})

test.each(['2024-05-13T10:00', '2024-05-17T21:30', '2024-05-18T03:00', '2024-05-01T12:00'])(
  'a clock of two working days from %s measures two',
  (from) => {
    expect(workingTimeBetween(at(from), dueAfter(at(from), 2))).toBeCloseTo(2, 9)
  },
)
