import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  dayOf,
  dueAfter,
  isCalendarKnown,
  isWorkingDay,
  monthOf,
  monthsBetween,
  startOf,
  workingDaysBetween,
} from './calendar'

const day = fc.integer({ min: 0, max: 365 * 12 }).map((offset) => addDays('2018-01-01', offset))
const instant = fc
  .integer({ min: Date.parse('2023-01-01'), max: Date.parse('2026-12-01') })
  .map((milliseconds) => new Date(milliseconds))
/** Ten past nine and the like, on Xi'an's clocks. */
const at = (on: string, hour: number) => new Date(startOf(on).getTime() + hour * 3_600_000)

describe('working days', () => {
  test.each([
    ['2024-05-15', true, 'an ordinary Wednesday'],
    ['2024-05-18', false, 'an ordinary Saturday'],
    ['2024-02-12', false, 'a Monday in the Spring Festival'],
    ['2024-02-04', true, 'a Sunday made up for it'],
    ['2024-05-11', true, 'a Saturday made up for Labour Day'],
    ['2024-10-07', false, 'the last day of the National Day week'],
    ['2024-10-12', true, 'a Saturday made up for it'],
    ['2023-12-30', false, 'New Year that begins in December'],
    ['2024-01-01', false, 'New Year'],
    ['2025-10-08', false, 'Mid-Autumn and National Day in one'],
    ['2026-02-28', true, 'a Saturday made up for the Spring Festival of 2026'],
  ])('%s is a working day: %s, %s', (on, expected) => {
    expect(isWorkingDay(on)).toBe(expected)
  })

  test.each([
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, expected) => {
    expect(workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`)).toBe(expected)
    expect(isCalendarKnown(`${year}-06-01`)).toBe(true)
  })

  test('a year that was never announced counts weekends only, and says so', () => {
    expect(isCalendarKnown('2031-10-01')).toBe(false)
    expect(isWorkingDay('2031-10-01')).toBe(true)
    expect(isWorkingDay('2031-10-04')).toBe(false)
  })

  test.each([
    ['2024-05-15', '2024-05-15', 0],
    ['2024-05-15', '2024-05-16', 1],
    ['2024-05-17', '2024-05-20', 1],
    ['2024-04-30', '2024-05-06', 1],
    ['2024-05-10', '2024-05-13', 2],
  ])('from %s to %s there are %i working days', (from, to, expected) => {
    expect(workingDaysBetween(from, to)).toBe(expected)
  })
})

describe('clocks', () => {
  test.each([
    ['two working days', at('2024-05-15', 10), 2, at('2024-05-17', 10)],
    ['over a weekend', at('2024-05-16', 16), 2, at('2024-05-20', 16)],
    ['over Labour Day', at('2024-04-30', 11), 1, at('2024-05-06', 11)],
    ['over a Saturday made up', at('2024-05-10', 11), 2, at('2024-05-13', 11)],
    ['begun on a Saturday', at('2024-05-18', 14), 1, at('2024-05-21', 9)],
    ['ten days for a company to confirm', at('2024-05-15', 10), 10, at('2024-05-29', 10)],
    ['the same day', at('2024-05-15', 10), 0, at('2024-05-15', 17.5)],
    ['the same day, begun on a Sunday', at('2024-05-19', 10), 0, at('2024-05-20', 17.5)],
    ['the same day, begun after hours', at('2024-05-15', 20), 0, at('2024-05-16', 17.5)],
    ['the same day, begun on a Friday night', at('2024-05-17', 20), 0, at('2024-05-20', 17.5)],
    ['before the summer of a missing year', at('2031-05-16', 10), 1, at('2031-05-19', 10)],
  ])('%s', (_name, from, workingDays, due) => {
    expect(dueAfter(from, workingDays).toISOString()).toBe(due.toISOString())
  })

  test('a clock runs out later than it begins, on a working day, and longer ones never sooner', () => {
    fc.assert(
      fc.property(instant, fc.nat(15), (from, workingDays) => {
        const due = dueAfter(from, workingDays)
        expect(due.getTime()).toBeGreaterThan(from.getTime())
        expect(isWorkingDay(dayOf(due))).toBe(true)
        expect(dueAfter(from, workingDays + 1).getTime()).toBeGreaterThanOrEqual(due.getTime())
      }),
    )
  })

  test('from a working day, as many working days lie between as were given', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 15 }), (from, workingDays) => {
        fc.pre(isWorkingDay(dayOf(from)))
        expect(workingDaysBetween(dayOf(from), dayOf(dueAfter(from, workingDays)))).toBe(
          workingDays,
        )
      }),
    )
  })
})

describe('days and months', () => {
  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-08-31', 6, '2025-02-28'],
    ['2024-11-30', 3, '2025-02-28'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -1, '2023-12-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to)
  })

  test.each([
    ['2021-05-15', '2024-05-14', 35],
    ['2021-05-15', '2024-05-15', 36],
    ['2024-01-31', '2024-02-28', 0],
    ['2024-01-31', '2024-02-29', 1],
    ['2020-02-29', '2024-02-28', 47],
    ['2020-02-29', '2023-02-28', 36],
    ['2024-05-15', '2024-05-15', 0],
    ['2024-06-15', '2024-05-15', 0],
  ])('from %s to %s there are %i whole months', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months)
  })

  test('so many months later, so many whole months lie between', () => {
    fc.assert(
      fc.property(day, fc.nat(200), (from, months) => {
        expect(monthsBetween(from, addMonths(from, months))).toBe(months)
        if (months > 0)
          expect(monthsBetween(from, addDays(addMonths(from, months), -1))).toBe(months - 1)
      }),
    )
  })

  test('days added are days between', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -900, max: 900 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days)
      }),
    )
  })

  test.each([
    ['2024-05-14T15:59:59.999Z', '2024-05-14'],
    ['2024-05-14T16:00:00Z', '2024-05-15'],
    ['2023-12-31T16:00:00Z', '2024-01-01'],
  ])('%s falls on %s in Xi’an', (moment, on) => {
    expect(dayOf(new Date(moment))).toBe(on)
  })

  test('a day begins on itself, whatever the clock of the machine', () => {
    fc.assert(
      fc.property(day, (on) => {
        expect(dayOf(startOf(on))).toBe(on)
        expect(dayOf(new Date(startOf(on).getTime() - 1))).toBe(addDays(on, -1))
        expect(monthOf(on)).toBe(Number(on.slice(0, 7).replace('-', '')))
      }),
    )
  })
})
