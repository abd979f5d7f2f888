import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freeTwins, notThere, type Twin } from './twins'

const rows = (...vouchers: (string | null)[]) => vouchers.map((voucher) => ({ voucher }))
const left = (file: Twin[], there: Twin[]) => notThere(file, there).map(({ voucher }) => voucher)

describe('what is not there yet', () => {
  test.each([
    [['001', '002'], [], ['001', '002']],
    [['001', '002'], ['002', '001'], []],
    [['001', '002'], ['001'], ['002']],
    // A row without a voucher is any one row of its key.
    [[null], ['001'], []],
    [['001'], [null], []],
    [['001', '002'], [null], ['002']],
    [[null, null], ['001'], [null]],
    [[null, null], [null, null], []],
    [[null, '001'], ['001'], [null]],
    [[null, '001'], ['001', '002'], []],
    // An exact voucher is never lost to a row without one.
    [[null, '002'], ['002', '001'], []],
  ])('of %j beside %j is %j', (file, there, fresh) => {
    expect(left(rows(...file), rows(...there))).toEqual(fresh)
  })
})

const vouchers = fc
  .array(fc.option(fc.constantFrom('1', '2', '3')), { maxLength: 5 })
  .map((all) => {
    const seen = new Set<string>()
    return rows(...all.filter((one) => one === null || (!seen.has(one) && seen.add(one))))
  })

test('sent again in any order, nothing is new', () => {
  fc.assert(
    fc.property(
      vouchers,
      vouchers.chain((file) =>
        fc.tuple(
          fc.constant(file),
          fc.shuffledSubarray(file, { minLength: file.length, maxLength: file.length }),
        ),
      ),
      (there, [file, again]) => {
        const ledger = [...there, ...notThere(file, there)]
        expect(left(again, ledger)).toEqual([])
        expect(ledger.length).toBeGreaterThanOrEqual(Math.max(there.length, file.length))
      },
    ),
  )
})

test('numbers are the lowest that are free', () => {
  expect(freeTwins([], 2)).toEqual([1, 2])
  expect(freeTwins([1, 3], 2)).toEqual([2, 4])
})
