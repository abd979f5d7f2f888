import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moneyUnits, type MoneyUnit } from './bank-file'
import { plainCell } from './cells'
import { monthsOf, readMoney, readRate, readTenor, yearlyBp } from './measures'
import { FEN_PER } from './units'

test.each([
  ['60000', '元', { fen: 6_000_000 }],
  ['60,000.00', '元', { fen: 6_000_000 }],
  ['６００', '万元', { fen: 600_000_000 }],
  ['1200', '千元', { fen: 120_000_000 }],
  ['1.2', '亿元', { fen: 12_000_000_000 }],
  ['0.5', '百万元', { fen: 50_000_000 }],
  ['600万', null, { fen: 600_000_000 }],
  ['1.2亿', '亿元', { fen: 12_000_000_000 }],
  ['1亿2000万', null, { fen: 12_000_000_000 }],
  ['12.5万元', '万元', { fen: 12_500_000 }],
  ['¥1,200', '元', { fen: 120_000 }],
  ['人民币1200元整', null, { fen: 120_000 }],
  ['1.2E+06', '元', { fen: 120_000_000 }],
  ['1.23457E+11', '元', 'amount-unreadable'],
  ['120万元整', null, { fen: 120_000_000 }],
  ['CNY 1.5 million', null, { fen: 150_000_000 }],
  ['0.01', '元', { fen: 1 }],
  ['-5', '元', { fen: -500 }],
  ['0.001', '元', 'amount-unreadable'],
  ['1,2', '元', 'amount-unreadable'],
  ['1.200,50', '元', 'amount-unreadable'],
  ['约60', '万元', 'amount-unreadable'],
  ['3万5', '元', 'amount-unreadable'],
  ['十万', '元', 'amount-unreadable'],
  ['10%', '元', 'amount-unreadable'],
  ['60000', null, 'no-unit'],
  ['1.2万美元', '万元', 'not-in-yuan'],
  ['USD 500', '元', 'not-in-yuan'],
  ['$500', '元', 'not-in-yuan'],
  ['500港币', '元', 'not-in-yuan'],
  // One of the two units is a slip: which, is asked.
  ['1800万', '千元', { own: 1_800_000_000, byColumn: 180_000_000 }],
  ['600万元', '元', { own: 600_000_000, byColumn: 60_000 }],
  ['1200元', '万元', { own: 120_000, byColumn: 1_200_000_000 }],
  ['1亿2000万', '万元', { own: 12_000_000_000, byColumn: null }],
] as const)('%j in a column of %j is %j', (cell, unit, read) => {
  expect(readMoney(plainCell(cell), unit)).toEqual(read)
})

describe('whatever is written, the fen are exact', () => {
  const units = fc.constantFrom(...moneyUnits)
  /** A decimal of a unit and its fen, by long multiplication of the text. */
  const decimals = fc
    .tuple(fc.bigInt({ min: 1n, max: 99_999_999n }), fc.nat(6))
    .map(([digits, places]) => ({
      text:
        places === 0
          ? String(digits)
          : `${digits / 10n ** BigInt(places)}.${String(digits % 10n ** BigInt(places)).padStart(places, '0')}`,
      digits,
      places,
    }))
  const exactly = ({ digits, places }: { digits: bigint; places: number }, unit: MoneyUnit) => {
    const scaled = digits * BigInt(FEN_PER[unit])
    const whole = 10n ** BigInt(places)
    const fen = scaled / whole
    return scaled % whole === 0n && fen <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(fen) : null
  }

  test('in the unit of the column, in the unit of the cell, and in both', () => {
    fc.assert(
      fc.property(decimals, units, (written, unit) => {
        const fen = exactly(written, unit)
        const right = fen === null ? 'amount-unreadable' : { fen }
        expect(readMoney(written.text, unit)).toEqual(right)
        expect(readMoney(`${written.text}${unit}`, unit)).toEqual(right)
        expect(readMoney(`${written.text} ${unit}`, null)).toEqual(right)
      }),
    )
  })

  test('or both readings are known and it is asked, where cell and column differ', () => {
    fc.assert(
      fc.property(decimals, units, units, (written, own, column) => {
        fc.pre(own !== column && exactly(written, own) !== null)
        expect(readMoney(`${written.text}${own}`, column)).toEqual({
          own: exactly(written, own),
          byColumn: exactly(written, column),
        })
      }),
    )
  })

  test('a bare figure without a unit is never an amount', () => {
    fc.assert(
      fc.property(decimals, ({ text }) => {
        expect(readMoney(text, null)).toBe('no-unit')
      }),
    )
  })
})

test.each([
  ['3.45%', { digits: '3.45', rate: 'percent', period: null }],
  ['3.45', { digits: '3.45', rate: null, period: null }],
  ['3.5‰', { digits: '3.5', rate: 'permille', period: null }],
  ['3.5‰/月', { digits: '3.5', rate: 'permille', period: 'month' }],
  ['345bp', { digits: '345', rate: 'bp', period: null }],
  ['3.45% p.a.', { digits: '3.45', rate: 'percent', period: 'year' }],
  ['LPR+20', null],
  ['-1%', null],
  ['3.45~4.35%', null],
])('the rate %j says %j', (cell, read) => {
  expect(readRate(cell)).toEqual(read)
})

test.each([
  ['3.45', 'percent', 'year', 345, false],
  ['0.0345', 'fraction', 'year', 345, false],
  ['345', 'bp', 'year', 345, false],
  ['3.5', 'permille', 'month', 420, false],
  ['0.29', 'percent', 'month', 348, false],
  ['34.5', 'permille', 'year', 345, false],
  ['2.9167', 'permille', 'month', 350, true],
  ['3.455', 'percent', 'year', 346, true],
] as const)('%s %s a %s is %i bp a year', (digits, unit, period, bp, isRounded) => {
  expect(yearlyBp(digits, unit, period)).toEqual({ bp, isRounded })
})

test.each([
  ['84', { digits: '84', tenor: null }],
  ['84个月', { digits: '84', tenor: 'month' }],
  ['12 months', { digits: '12', tenor: 'month' }],
  ['3年', { digits: '3', tenor: 'year' }],
  ['3年期', { digits: '3', tenor: 'year' }],
  ['1年6个月', { digits: '18', tenor: 'month' }],
  ['2季度', { digits: '2', tenor: 'quarter' }],
  ['90天', { digits: '90', tenor: 'day' }],
  ['一年', null],
  ['12+6', null],
])('the tenor %j says %j', (cell, read) => {
  expect(readTenor(cell)).toEqual(read)
})

test.each([
  ['3', 'year', 36],
  ['1.5', 'year', 18],
  ['2', 'quarter', 6],
  ['84', 'month', 84],
  ['0', 'month', 0],
  ['90', 'day', 3],
  ['360', 'day', 12],
  ['365', 'day', 12],
  ['366', 'day', 12],
  ['1095', 'day', 36],
  ['12.5', 'month', null],
  ['9999', 'month', null],
] as const)('%s %s is %j months', (digits, unit, months) => {
  expect(monthsOf(digits, unit)).toEqual(months === null ? null : { months, isRounded: false })
})

test('days that are no whole months are rounded, and it is said', () => {
  expect(monthsOf('92', 'day')).toEqual({ months: 3, isRounded: true })
  expect(monthsOf('7', 'day')).toEqual({ months: 1, isRounded: true })
})
