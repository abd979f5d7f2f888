import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { classes, financingClasses, isFinancing, loanClasses } from '../product/classes'
import { monthSchema, monthsOf, monthText, samePeriodLastYear, yearToDate } from '../totals/totals'
import { reportServiceSchema } from './ledger'

const month = fc
  .record({ year: fc.integer({ min: 2015, max: 2035 }), of: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, of }) => year * 100 + of)

test.each([
  [{ from: 202401, to: 202405 }, [202401, 202402, 202403, 202404, 202405]],
  [{ from: 202311, to: 202402 }, [202311, 202312, 202401, 202402]],
  [{ from: 202405, to: 202405 }, [202405]],
  [{ from: 202406, to: 202405 }, []],
])('the months of %o', (period, months) => {
  expect(monthsOf(period)).toEqual(months)
})

test('a period has every month once, in order', () => {
  fc.assert(
    fc.property(month, month, (one, other) => {
      const [from, to] = one < other ? [one, other] : [other, one]
      const months = monthsOf({ from, to })
      const count =
        Math.floor(to / 100) * 12 + (to % 100) - Math.floor(from / 100) * 12 - (from % 100)
      expect(months).toHaveLength(count + 1)
      expect(months.every((of) => of % 100 >= 1 && of % 100 <= 12)).toBe(true)
      expect(months).toEqual([...new Set(months)].toSorted((a, b) => a - b))
    }),
  )
})

test('a month is written as it is read', () => {
  fc.assert(
    fc.property(month, (of) => {
      expect(monthSchema.parse(monthText(of))).toBe(of)
    }),
  )
})

test.each(['2024-13', '2024-00', '2024-1', '24-01', '2024/01', '2024-011'])(
  '%s is no month',
  (text) => {
    expect(monthSchema.safeParse(text).success).toBe(false)
  },
)

test('the year to date ends with the month of today, and a year before is twelve months before', () => {
  expect(yearToDate('2024-05-15')).toEqual({ from: 202401, to: 202405 })
  expect(yearToDate('2024-01-01')).toEqual({ from: 202401, to: 202401 })
  expect(samePeriodLastYear({ from: 202401, to: 202405 })).toEqual({ from: 202301, to: 202305 })
})

test('a guarantee and a policy serve and do not finance, and a loan is financing', () => {
  expect(classes.filter((name) => !isFinancing(name))).toEqual(['guarantee', 'insurance'])
  for (const name of loanClasses) expect(financingClasses).toContain(name)
  expect(loanClasses).not.toContain('equity')
  expect(loanClasses).not.toContain('finance-lease')
})

const reported = {
  uscc: '91350100M000100Y43',
  companyName: 'Company',
  rung: 6,
  class: 'credit-loan',
  contractNo: 'HT-1',
  happenedOn: '2024-05-15',
  amountFen: 100,
  rateBp: null,
  tenorMonths: null,
  secures: null,
  firstLoan: null,
}

test.each([
  ['a rung that the ledger does not hold', { rung: 3 }],
  ['less than nothing', { amountFen: -1 }],
  ['no contract', { contractNo: ' ' }],
  ['a day that is none', { happenedOn: '2024-02-30' }],
])('a report with %s is not read', (_name, more) => {
  expect(reportServiceSchema.safeParse(reported).success).toBe(true)
  expect(reportServiceSchema.safeParse({ ...reported, ...more }).success).toBe(false)
})
