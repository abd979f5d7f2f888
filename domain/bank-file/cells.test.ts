import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDay, parseYesNo, plainCell } from './cells'

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
  ['2024-05-31T16:00:00.000Z', '2024-06-01'],
  ['2024-05-31T15:59:59Z', '2024-05-31'],
  ['2024-06-01 00:30:00+09:00', '2024-05-31'],
  ['2024-05-31T23:00:00+0800', '2024-05-31'],
  ['2024-05-31 16:00:00 UTC', '2024-06-01'],
  ['2024-05-31T16:00:00', '2024-05-31'],
  ['2024-05-31T16:00:00 (CST)', null],
  ['2024-05-31 and later', null],
  ['1717171200000', null],
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
  expect(parseDay(cell)?.day ?? null).toBe(day)
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
      expect(ways.map((way) => parseDay(way)?.day)).toEqual(ways.map(() => day))
    }),
  )
})

test.each([
  ['45418', 'serial'],
  ['2024-05-31T16:00:00Z', 'instant'],
  ['2024-05-31 16:00', 'text'],
])('how the day %j was written is said: %s', (cell, from) => {
  expect(parseDay(cell)?.from).toBe(from)
})

test.each([
  ['是', true],
  ['首贷户', true],
  ['否', false],
  ['也许', null],
])('%j is %j', (cell, answer) => {
  expect(parseYesNo(cell)).toBe(answer)
})

test.each([
  ['　６０ ', '60'],
  ["'1000014003", '1000014003'],
  ['="0012345"', '0012345'],
  ['-', ''],
  ['——', ''],
  ['N/A', ''],
  ['无', ''],
  ['\ufeffA', 'A'],
])('the cell %j reads %j', (cell, plain) => {
  expect(plainCell(cell)).toBe(plain)
})
