import { expect, test } from 'vitest'
import { csvFile, csvLine } from './csv'

test.each([
  ['=1+1', `'=1+1`],
  ['+86 29', `'+86 29`],
  ['-1', `'-1`],
  ['@sum', `'@sum`],
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
