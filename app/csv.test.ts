import { expect, test } from 'vitest'
import { csvLine } from './csv'

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

test.each([
  ['002', '"\t002"'],
  ['1E5', '"\t1E5"'],
  ['3-12', '"\t3-12"'],
  ['12', '"\t12"'],
  ['2024/001', '"\t2024/001"'],
  ['HT-2024-001', 'HT-2024-001'],
  ['=1', `'=1`],
])('a code of %s is no number and no day', (text, cell) => {
  const day = '2024-05-31'
  const columns = [
    { head: 'voucher', kind: 'code' },
    { head: 'day', kind: 'day' },
  ] as const
  expect(csvLine([text, day], columns)).toBe(`${cell},${day}\r\n`)
})

test('figures and what is unknown', () => {
  expect(csvLine([12.5, null, -3])).toBe('12.5,,-3\r\n')
})
