import { expect, test } from 'vitest'
import { checkWords, tellingPieces } from './words-check'

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
  ['请打１３８ ００００ １２３４', [['phone', '１３８ ００００ １２３４']]],
  ['一三八零零零零一二三四，随时', [['phone', '一三八零零零零一二三四']]],
  ['1-3-8-0000-12.34 找我', [['phone', '1-3-8-0000-12.34']]],
  ['（029）8888 1234 转 8', [['phone', '（029）8888 1234']]],
  ['客服 400-888-1234', [['phone', '400-888-1234']]],
  ['lin＠yaoxin．example', [['email', 'lin＠yaoxin．example']]],
  ['代码 9161 9999 MA00 0000 01', [['code', '9161 9999 MA00 0000 01']]],
  ['９１６１９９９９ＭＡＯＯＯＯＯＯＯ１', [['code', '９１６１９９９９ＭＡＯＯＯＯＯＯＯ１']]],
  ['我们是曜 芯 光 子', [['name', '曜 芯 光 子']]],
])('finds what gives the company away: %s', (text, expected) => {
  expect(found(text)).toEqual(expected)
})

test.each([
  '二〇二四年一月至三月，三十八人，一千二百万元',
  '专利 ZL 2023 1 0123456.7 与设备 18 台、2024-07-15 到货',
  'PURCHASE OF EQUIPMENT FOR LINE 3',
  '购置 2 条产线，共 6,000,000 元，2024 年 7 月投产',
  '订单 1200 万元',
  '',
])('lets ordinary words stay: %s', (text) => {
  expect(found(text)).toEqual([])
})

test('gives the whole text back, piece by piece', () => {
  const text = '曜芯光子，电话 13800001234，谢谢'
  expect(
    checkWords(text, company)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text)
})

test('an everyday word in a name keeps nothing from being published', () => {
  expect(tellingPieces('光子器件的封装，电话 13800001234', '西安光子科技有限公司')).toEqual([
    { text: '13800001234', finding: 'phone' },
  ])
  expect(tellingPieces('曜芯光子扩产，曜芯光子', company)).toEqual([
    { text: '曜芯光子', finding: 'name' },
  ])
  expect(tellingPieces(null, company)).toEqual([])
})
