import { expect, test } from 'vitest'
import { csvFile, csvLine } from './csv'

test.each([
  ['=1+1', `'=1+1`],
  ['+86 29', `'+86 29`],
  ['-1', `'-1`],
  ['@sum', `'@sum`],
  ['＝1+1', `'＝1+1`],
  ['＋86', `'＋86`],
  ['－1', `'－1`],
  ['＠sum', `'＠sum`],
  ['\t=1', `"'\t=1"`],
  ['\r=1', `"'\r=1"`],
  ['a,b', '"a,b"'],
  ['say "yes"', '"say ""yes"""'],
  ['915101007464124352', '"\t915101007464124352"'],
  ['91619999MA00000001', '91619999MA00000001'],
])('a cell of %s stays text', (text, cell) => {
  expect(csvLine([text])).toBe(`${cell}\r\n`)
})

test('figures and what is unknown', () => {
  expect(csvLine([12.5, null, -3])).toBe('12.5,,-3\r\n')
})

test('the file begins with the mark of UTF-8 and has a name in any language', async () => {
  const file = csvFile('台账', [csvLine(['家']), csvLine([1])])
  expect(file.headers.get('content-disposition')).toContain('%E5%8F%B0%E8%B4%A6.csv')
  expect([...new Uint8Array(await file.arrayBuffer())].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf])
})

test('a file that anyone may have is named and kept as its heads say', async () => {
  const lines = [csvLine(['月份', '未显示']), csvLine([202401, 1.5])]
  const file = csvFile('合计', lines, { plainName: 'totals', cacheControl: 'no-cache' })
  expect(file.headers.get('cache-control')).toBe('no-cache')
  expect(file.headers.get('content-disposition')).toBe(
    `attachment; filename="totals.csv"; filename*=UTF-8''%E5%90%88%E8%AE%A1.csv`,
  )
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer())).toBe(
    '\ufeff月份,未显示\r\n202401,1.5\r\n',
  )
  expect(csvFile('台账', []).headers.get('cache-control')).toBe('private, no-store')
})
