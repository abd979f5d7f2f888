import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { criteria, type facts, hiddenParts, need, product, TODAY, WAN } from '../testing/judged'
import { judge } from './judge'
import { maskRows, noRecord, type RuleRow } from './match'

const rowsOf = (hidden: Partial<typeof facts>, tests: typeof product.criteria) =>
  judge(need({ facts: hidden }), { ...product, criteria: tests }, TODAY, noRecord).rows
const verdictsOf = (rows: readonly RuleRow[]) => rows.map(({ verdict }) => verdict).join()

test('two needs that differ only in what is hidden, with the same verdicts, read the same to the byte', () => {
  let compared = 0
  fc.assert(
    fc.property(hiddenParts, hiddenParts, criteria, (one, other, tests) => {
      const [first, second] = [rowsOf(one, tests), rowsOf(other, tests)]
      fc.pre(verdictsOf(first) === verdictsOf(second))
      compared++
      expect(JSON.stringify(maskRows(first, false))).toBe(JSON.stringify(maskRows(second, false)))
    }),
    { numRuns: 400 },
  )
  expect(compared).toBeGreaterThan(300)
})

test('places, staff, patents and age within their bands read the same, too', () => {
  const banded = fc.record({
    district: fc.constantFrom<typeof facts.district>('yanta', 'beilin'),
    zone: fc.constantFrom<typeof facts.zone>('high-tech', null),
    staff: fc.integer({ min: 50, max: 99 }),
    inventionPatents: fc.integer({ min: 1, max: 7 }),
    foundedOn: fc.constantFrom('2019-01-02', '2019-05-15', '2018-06-01'),
  })
  const tests: typeof product.criteria = [
    { fact: 'district', quantifier: 'any', values: ['yanta', 'beilin'], hard: true },
    { fact: 'staff', min: 10, max: null, hard: true },
    { fact: 'patents', min: 1, max: null, hard: true },
    { fact: 'age', min: 24, max: null, hard: true },
  ]
  fc.assert(
    fc.property(banded, banded, (one, other) => {
      expect(maskRows(rowsOf(one, tests), false)).toEqual(maskRows(rowsOf(other, tests), false))
    }),
  )
})

test('a mask changes no verdict, no requirement and no order, and an unknown stays unknown', () => {
  fc.assert(
    fc.property(hiddenParts, criteria, fc.boolean(), (hidden, tests, showsWhiteList) => {
      const rows = rowsOf(hidden, tests)
      const masked = maskRows(rows, showsWhiteList)
      expect(masked.map(({ actual: _actual, ...row }) => row)).toEqual(
        rows.map(({ actual: _actual, ...row }) => row),
      )
      for (const [index, row] of masked.entries())
        expect(row.actual === null).toBe(rows[index]?.actual === null)
    }),
  )
})

const canary = { revenueFen: 777_777_777, profitFen: 666_666_666, rdSpendFen: 555_555_555 }

test('no hidden figure is anywhere in the masked rows', () => {
  const every: typeof product.criteria = [
    { fact: 'revenue', min: 1, max: null, hard: true },
    { fact: 'profit', min: 1, max: null, hard: true },
    { fact: 'rd-spend', min: 1, max: null, hard: true },
    { fact: 'rd-staff', min: 1, max: null, hard: true },
    { fact: 'debt-ratio', min: null, max: 9_999, hard: true },
    { fact: 'staff', min: 1, max: null, hard: true },
    { fact: 'stage', quantifier: 'any', values: ['seed'], hard: false },
    { fact: 'district', quantifier: 'any', values: ['beilin'], hard: false },
  ]
  const hidden = { years: [{ year: 2021, ...canary }], rdStaff: 33, staff: 67, debtRatioBp: 4_321 }
  const read = JSON.stringify(maskRows(rowsOf(hidden, every), false))
  for (const secret of [...Object.values(canary), 2021, 33, 67, 4_321, 'growth', 'yanta'])
    expect(read).not.toContain(String(secret))
})

test('white-list standing is read only where the company ticked it', () => {
  const tests: typeof product.criteria = [{ fact: 'white-listed', hard: false }]
  const rows = rowsOf({ whiteListed: ['photonics'] }, tests)
  expect(maskRows(rows, false).at(-1)?.actual).toEqual({ kind: 'within' })
  expect(maskRows(rows, true).at(-1)?.actual).toEqual({ kind: 'yes-no', value: true })
})

test('what the company writes of its need stays to be read', () => {
  const rows = maskRows(rowsOf({}, []), false)
  expect(rows.find(({ rule }) => rule === 'amount')?.actual).toEqual({
    kind: 'figure',
    unit: 'fen',
    value: 500 * WAN,
  })
})
