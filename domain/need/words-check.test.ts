import { expect, test } from 'vitest'
import { checkWords } from './words-check'

const company = '西安曜芯光子科技有限公司'
const found = (text: string) =>
  checkWords(text, company).flatMap((piece) => (piece.finding ? [[piece.finding, piece.text]] : []))

test.each([
  ['请打 138 0000 1234 找林工', [['phone', '138 0000 1234']]],
  ['座机 029-88881234', [['phone', '029-88881234']]],
  ['写到 lin@yaoxin.example 即可', [['email', 'lin@yaoxin.example']]],
  ['见 https://yaoxin.example/a，谢谢', [['address', 'https://yaoxin.example/a']]],
  ['微信号：yaoxin_lab', [['account', '微信号：yaoxin_lab']]],
  ['代码 91619999MA00000001 的企业', [['code', '91619999MA00000001']]],
  ['曜芯光子的封装线扩产', [['name', '曜芯光子']]],
])('finds what gives the company away: %s', (text, expected) => {
  expect(found(text)).toEqual(expected)
})

test.each(['购置 2 条产线，共 6,000,000 元，2024 年 7 月投产', '订单 1200 万元', ''])(
  'lets ordinary words stay: %s',
  (text) => {
    expect(found(text)).toEqual([])
  },
)

test('gives the whole text back, piece by piece', () => {
  const text = '曜芯光子，电话 13800001234，谢谢'
  expect(
    checkWords(text, company)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text)
})
