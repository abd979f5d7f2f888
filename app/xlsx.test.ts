import { unzipSync } from 'fflate'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOfSerial, readWorkbook } from '@/scripts/files/read-workbook'
import type { Column, TableFile, Value } from './table'
import { bytesOf, tableFile } from './table-file'
import { workbook } from './xlsx'

const columns: Column[] = [
  { head: '企业', kind: 'text' },
  { head: '代码', kind: 'code' },
  { head: '家次', kind: 'count' },
  { head: '到账（元）', kind: 'yuan' },
  { head: '利率（%）', kind: 'percent' },
  { head: '月份', kind: 'month' },
  { head: '日期', kind: 'day' },
]
const tableOf = (rows: Value[][], more: Partial<TableFile> = {}): TableFile => ({
  name: '台账 全市（光子） 2024年1月至5月',
  plainName: 'ledger-2024-01-2024-05',
  about: [
    ['口径', '到账'],
    ['重新打开', 'https://kerong.example/zh/official?from=2024-01&to=2024-05'],
  ],
  sheets: { about: '说明', table: '台账' },
  columns,
  rows,
  at: new Date('2024-06-12T01:00:00Z'),
  ...more,
})

async function read(table: TableFile, rowsASheet?: number) {
  const chunks: Uint8Array[] = []
  for await (const chunk of workbook(table, rowsASheet)) chunks.push(chunk)
  return readWorkbook(Buffer.concat(chunks))
}

test('numbers are numbers, codes text, days days and months months, below heads', async () => {
  const row = ['耀芯', '915101007464124352', 12, 1234567.5, 3.45, '2024-05', '2024-05-31']
  const [about, table] = await read(tableOf([row, ['无', null, 0, null, '不足', '今年', '']]))
  expect(about?.name).toBe('说明')
  expect(about?.rows.map((line) => line.map((one) => one?.value))).toEqual([
    ['口径', '到账'],
    ['重新打开', 'https://kerong.example/zh/official?from=2024-01&to=2024-05'],
  ])
  expect(table?.name).toBe('台账')
  const [heads, first, second] = table?.rows ?? []
  expect(heads?.map((one) => one?.value)).toEqual(columns.map(({ head }) => head))
  expect(first?.map((one) => one?.as)).toEqual([
    ...(['text', 'text', 'number', 'number', 'number', 'month', 'day'] as const),
  ])
  expect(first?.slice(0, 5).map((one) => one?.value)).toEqual(row.slice(0, 5))
  expect(first?.slice(5).map((one) => dayOfSerial(Number(one?.value)))).toEqual([
    '2024-05-01',
    '2024-05-31',
  ])
  expect(second).toEqual([
    { as: 'text', value: '无' },
    null,
    { as: 'number', value: 0 },
    null,
    { as: 'text', value: '不足' },
    { as: 'text', value: '今年' },
  ])
})

test('no text becomes a formula, nor when its cell is edited and left', async () => {
  const attacks = ['=1+1', '+86', '-1', '@SUM(A1)', '＝1', '\t=cmd|0', '\r=1', '=HYPERLINK("x")']
  const [about, table] = await read(
    tableOf(
      attacks.map((text) => [text, text, text]),
      { about: [['口径', '=1+1']] },
    ),
  )
  for (const sheet of [about, table]) expect(sheet?.xml).not.toMatch(/<f[ >]/)
  expect(table?.rows.slice(1).map((row) => row.map((one) => one?.value))).toEqual(
    attacks.map((text) => [text, text, text]),
  )
  // The style of what begins like a formula says that it was typed as text.
  expect([...(table?.xml ?? '').matchAll(/s="3" t="inlineStr"/g)]).toHaveLength(attacks.length * 3)
  expect(about?.xml).toContain('s="3" t="inlineStr"')
})

test('whatever is written is read again, but for what XML cannot hold', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.string({ unit: 'binary' }),
          fc.double({ noNaN: true, noDefaultInfinity: true }),
        ),
      ),
      async (drawn) => {
        const [, table] = await read(
          tableOf(drawn.map(([text, number]) => [`a${text}`, null, number])),
        )
        const rows = table?.rows.slice(1) ?? []
        expect(rows).toHaveLength(drawn.length)
        for (const [index, [text, number]] of drawn.entries()) {
          const kept = `a${text}`
            .toWellFormed()
            .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
          expect(rows[index]?.[0]?.value).toBe(kept)
          expect(Object.is(rows[index]?.[2]?.value, number) || number === 0).toBe(true)
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('more rows than a sheet holds go on in the next, under the same heads', async () => {
  const rows = Array.from({ length: 7 }, (_, index) => [`row ${index}`, null, index])
  const sheets = await read(tableOf(rows), 4)
  expect(sheets.map(({ name }) => name)).toEqual(['说明', '台账', '台账 (2)', '台账 (3)'])
  expect(sheets.slice(1).map((sheet) => sheet.rows.length)).toEqual([4, 4, 2])
  expect(
    sheets.slice(1).flatMap((sheet) => sheet.rows.slice(1).map((row) => row[2]?.value)),
  ).toEqual([0, 1, 2, 3, 4, 5, 6])
})

test('the same table at the same moment is the same bytes', async () => {
  const bytes = async () => {
    const chunks: Uint8Array[] = []
    for await (const chunk of workbook(tableOf([['a', 'b', 1]]))) chunks.push(chunk)
    return Buffer.concat(chunks)
  }
  const [one, other] = [await bytes(), await bytes()]
  expect(one.equals(other)).toBe(true)
  expect(Object.keys(unzipSync(one))).toContain('[Content_Types].xml')
})

test('a hundred thousand rows are written while they are read, in little memory', async () => {
  let read = 0
  async function* rows() {
    for (; read < 100_000; read++) yield ['西安某某科技有限公司', `HT-${read}`, read, read / 7]
  }
  const before = process.memoryUsage().heapUsed
  let [size, most] = [0, 0]
  for await (const chunk of workbook(tableOf([], { rows: rows() }))) {
    if (size === 0) expect(read).toBeLessThan(2_000)
    size += chunk.length
    most = Math.max(most, process.memoryUsage().heapUsed - before)
  }
  expect(read).toBe(100_000)
  expect(size).toBeGreaterThan(500_000)
  expect(most).toBeLessThan(150_000_000)
}, 60_000)

describe('as a download', () => {
  test('a CSV says what it is above its table, and is marked as UTF-8', async () => {
    const file = tableFile(tableOf([['耀芯', '91619999MA00000001', 1]]), 'csv')
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer())
    expect(text).toBe(
      '\ufeff口径,到账\r\n重新打开,https://kerong.example/zh/official?from=2024-01&to=2024-05\r\n\r\n企业,代码,家次,到账（元）,利率（%）,月份,日期\r\n耀芯,91619999MA00000001,1\r\n',
    )
    expect(file.headers.get('cache-control')).toBe('private, no-store')
  })

  test('for programs a CSV begins with its heads', async () => {
    const chunks: Uint8Array[] = []
    for await (const chunk of bytesOf(tableOf([]), 'csv', true)) chunks.push(chunk)
    expect(Buffer.concat(chunks).toString()).toBe(
      '\ufeff企业,代码,家次,到账（元）,利率（%）,月份,日期\r\n',
    )
  })

  test.each([
    ['台账 全市（光子） 2024年1月至5月', '台账 全市（光子） 2024年1月至5月.xlsx'],
    ['a/b\\c:d*e?f"g<h>i|j\r\nSet-Cookie: x', 'a b c d e f g h i j Set-Cookie x.xlsx'],
    [`it's (one) * two!`, `it's (one) two!.xlsx`],
    ['May\u00a02024', 'May 2024.xlsx'],
  ])('its name in any language is %s', (name, expected) => {
    const heads = tableFile(tableOf([], { name }), 'xlsx').headers
    const [, plain, own] =
      /^attachment; filename="([\w.-]+)"; filename\*=UTF-8''([\w%.~#$&+^`|-]+)$/.exec(
        heads.get('content-disposition') ?? '',
      ) ?? []
    expect(plain).toBe('ledger-2024-01-2024-05.xlsx')
    expect(decodeURIComponent(own ?? '')).toBe(expected)
  })
})
