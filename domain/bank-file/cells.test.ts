import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { financierKinds } from '../organisation/organisation'
import { classes } from '../product/classes'
import {
  kindOfName,
  parseClass,
  parseDay,
  parseKind,
  parseMoneyCell,
  parseRateCell,
  parseTenor,
  parseYesNo,
  plainCell,
} from './cells'

test.each([
  ['2024/5/31', '2024-05-31'],
  ['2024-05-31', '2024-05-31'],
  ['2024.5.31', '2024-05-31'],
  ['2024年5月31日', '2024-05-31'],
  ['2024 年 5 月 31 日', '2024-05-31'],
  ['2024年5月31', '2024-05-31'],
  ['20240531', '2024-05-31'],
  ['2024/5/31 0:00:00', '2024-05-31'],
  ['2024-05-31T08:00:00Z', '2024-05-31'],
  ['45443', '2024-05-31'],
  ['45443.375', '2024-05-31'],
  ['36526', '2000-01-01'],
  ['1999/12/31', '1999-12-31'],
  ['2024/2/29', '2024-02-29'],
  ['2023/2/29', null],
  ['2024/13/1', null],
  ['20241301', null],
  ['24/5/31', null],
  ['31/5/2024', null],
  ['5/31/2024', null],
  ['2024-5/31', null],
  ['2024年5月', null],
  ['May 2024', null],
  ['', null],
])('the day %j is %j', (cell, day) => {
  expect(parseDay(cell)).toBe(day)
})

test('every day is read back from every way of writing it', () => {
  const days = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    .map((moment) => moment.toISOString().slice(0, 10))
  fc.assert(
    fc.property(days, (day) => {
      const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
      const serial = Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569
      const ways = [
        day,
        `${year}/${month}/${date}`,
        `${year}.${month}.${date}`,
        `${year}年${month}月${date}日`,
        day.replaceAll('-', ''),
        String(serial),
      ]
      expect(ways.map(parseDay)).toEqual(ways.map(() => day))
    }),
  )
})

test.each([
  ['60000', '元', 6_000_000],
  ['60,000.00', '元', 6_000_000],
  ['６００', '万', 600_000_000],
  ['600万元', '元', 600_000_000],
  ['600万', null, 600_000_000],
  ['1.2亿', '万', 12_000_000_000],
  ['12.5', '万', 12_500_000],
  ['¥1,200', '元', 120_000],
  ['1200元', '万', 120_000],
  ['1.2E+06', '元', 120_000_000],
  ['120万元整', '元', 120_000_000],
  ['0.01', '元', 1],
  ['0.001', '元', 'amount-unreadable'],
  ['1,2', '元', 'amount-unreadable'],
  ['约60', '万', 'amount-unreadable'],
  ['60000', null, 'unit-missing'],
] as const)('%j in a column of %j is %j fen', (cell, unit, fen) => {
  expect(parseMoneyCell(plainCell(cell), unit)).toBe(fen)
})

test('whole yuan are read to the fen, in either unit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_000_000_000 }), (yuan) => {
      expect(parseMoneyCell(String(yuan), '元')).toBe(yuan * 100)
      expect(parseMoneyCell(yuan.toLocaleString('en'), '元')).toBe(yuan * 100)
      expect(parseMoneyCell(String(yuan), '万')).toBe(yuan * 1_000_000)
    }),
  )
})

test.each([
  ['84', 84],
  ['84个月', 84],
  ['12 months', 12],
  ['7年', 84],
  ['1.5年', 18],
  ['0', 0],
  ['12.5', null],
  ['一年', null],
  ['9999', null],
])('a tenor of %j is %j months', (cell, months) => {
  expect(parseTenor(cell)).toBe(months)
})

test.each([
  ['3.45%', 345],
  ['3.45', 345],
  ['0.0345', 345],
  ['345bp', 345],
  ['0.03455', null],
  ['99', null],
  ['LPR+20', null],
])('a rate of %j is %j bp', (cell, bp) => {
  expect(parseRateCell(cell)).toBe(bp)
})

test.each([
  ['是', true],
  ['首贷户', true],
  ['否', false],
  ['也许', null],
])('%j is %j', (cell, answer) => {
  expect(parseYesNo(cell)).toBe(answer)
})

describe('words for classes and kinds', () => {
  test('every code is read as itself', () => {
    expect(classes.map(parseClass)).toEqual([...classes])
    expect(financierKinds.map(parseKind)).toEqual([...financierKinds])
  })
  test.each([
    ['担保贷款', 'secured-loan'],
    ['抵押/担保贷款', 'secured-loan'],
    ['融资担保', 'guarantee'],
    ['知识产权质押贷款', 'ip-pledge-loan'],
    ['Supply chain finance', 'supply-chain-finance'],
    ['理财', null],
  ])('%j is %j', (cell, name) => {
    expect(parseClass(cell)).toBe(name)
  })
  test.each([
    ['渭水银行高新支行', 'bank'],
    ['秦岭融资担保有限公司', 'guarantee'],
    ['FIFTH THIRD BANK', 'bank'],
    ['某某公司', null],
  ])('the name %j says %j', (name, kind) => {
    expect(kindOfName(name)).toBe(kind)
  })
})

test.each([
  ['　６０ ', '60'],
  ["'1000014003", '1000014003'],
  ['-', ''],
  ['——', ''],
  ['N/A', ''],
  ['无', ''],
  ['\ufeffA', 'A'],
])('the cell %j reads %j', (cell, plain) => {
  expect(plainCell(cell)).toBe(plain)
})
