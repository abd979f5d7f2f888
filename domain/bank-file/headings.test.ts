import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import en from '@/messages/en/import.json'
import zh from '@/messages/zh/import.json'
import { columns, moneyUnits, neededColumns } from './bank-file'
import { chooseColumns } from './choose-columns'
import { letterOf, noUnits, readHeadings, unitsBelow, unitsOfLine } from './headings'
import { Interview } from './interview'

const one = (text: string) => {
  const [heading] = readHeadings([text])
  if (!heading) throw new Error('a heading')
  return heading
}

describe('what a heading names', () => {
  test.each([
    ['授信金额（万元）', 'granted', { money: '万元' }],
    ['授信金额(元)', 'granted', { money: '元' }],
    ['授信金额（千元）', 'granted', { money: '千元' }],
    ['授信金额（亿元）', 'granted', { money: '亿元' }],
    ['*授信金额 百万元', 'granted', { money: '百万元' }],
    ['授信金额:万元', 'granted', { money: '万元' }],
    ['授信金额【人民币元】', 'granted', { money: '元' }],
    ['授信金额（单位：千元）', 'granted', { money: '千元' }],
    ['授信金额（人民币，万元）', 'granted', { money: '万元' }],
    ['Granted (CNY 10,000)', 'granted', { money: '万元' }],
    ["Granted amount (RMB'000)", 'granted', { money: '千元' }],
    ['Drawn amount (CNY million)', 'drawn', { money: '百万元' }],
    // A currency says nothing of the scale.
    ['授信金额（人民币）', 'granted', { money: null }],
    ['授信金额', 'granted', { money: null }],
    ['授信金额（万美元）', 'granted', { foreign: '美元' }],
    ['放款金额(USD)', 'drawn', { foreign: 'USD' }],
    ['利率（‰）', 'rate', { rate: 'permille', period: null }],
    ['年利率（%）', 'rate', { rate: 'percent', period: 'year' }],
    ['月利率‰', 'rate', { rate: 'permille', period: 'month' }],
    ['执行利率(%/年)', 'rate', { rate: 'percent', period: 'year' }],
    ['Interest rate (% p.a.)', 'rate', { rate: 'percent', period: 'year' }],
    ['期限（年）', 'tenor', { tenor: 'year' }],
    ['期限(月)', 'tenor', { tenor: 'month' }],
    ['贷款期限（天）', 'tenor', { tenor: 'day' }],
    ['期限', 'tenor', { tenor: null }],
    ['借据号', 'voucher', {}],
    ['统一社会信用代码（18位）', 'uscc', {}],
  ] as const)('%s is %s in %j', (text, column, units) => {
    expect(one(text)).toMatchObject({ column, ...units })
  })

  test.each([
    ['授信金额（敞口）', ['granted', 'drawn']],
    ['授信金额（百元）', ['granted', 'drawn']],
    ['贷款金额', ['granted', 'drawn']],
    ['日期', ['granted-on', 'drawn-on']],
    ['日利率', ['rate']],
    ['年利率（月‰）', ['rate']],
  ])('what %s means is asked', (text, perhaps) => {
    expect(one(text)).toMatchObject({ column: null, perhaps })
  })

  test.each(['备注', '贷款余额（万元）', '到期日', '序号', '统一社会信用代码（担保人）'])(
    '%s is left out',
    (text) => {
      expect(one(text)).toMatchObject({ column: null, perhaps: [], isPersonal: false })
    },
  )
  test.each(['客户经理', '联系电话', '法人身份证号码', '法定代表人姓名', 'Contact phone'])(
    '%s is personal',
    (text) => {
      expect(one(text)).toMatchObject({ column: null, perhaps: [], isPersonal: true })
    },
  )
})

test('no word beside a known name is passed over: the unit is read, or the heading is not', () => {
  const words = fc.oneof(
    fc.constantFrom(...moneyUnits, '十万元', '百元', '角', '美元', '港元', '含税', '净额', '% '),
    fc.string({ minLength: 1, maxLength: 6 }),
  )
  fc.assert(
    fc.property(words, (beside) => {
      const { column, money, foreign } = one(`授信金额(${beside.replace(/[()[\]{}【】]/g, '')})`)
      fc.pre(/[\p{L}\p{N}]/u.test(beside))
      const isHarmless = /^(?:人民币|cny|rmb|text|文本)$/i.test(beside.trim())
      if (column !== null && !isHarmless) expect(money ?? foreign).not.toBeNull()
    }),
  )
})

describe('a line above the table', () => {
  test.each([
    [['单位：千元'], { money: '千元' }],
    [['', '单位：万元'], { money: '万元' }],
    [['2024年5月科技贷款台账（单位：人民币万元）'], { money: '万元' }],
    [['金额单位:亿元'], { money: '亿元' }],
    [['单位：万元、%'], { money: '万元', rate: 'percent' }],
    [['币种：人民币', '单位：千元'], { money: '千元', foreign: null }],
    [['(千元)'], { money: '千元' }],
    [['Unit: CNY thousand'], { money: '千元' }],
    [['单位：万美元'], { foreign: '美元' }],
    [['币种：美元'], { foreign: '美元' }],
  ])('%j gives %j', (cells, units) => {
    expect(unitsOfLine(cells)).toMatchObject(units)
  })
  test.each([['科技贷款台账'], ['填报单位：渭水银行高新支行'], ['单位：百元'], ['United Bank']])(
    '%s gives none',
    (line) => {
      expect(unitsOfLine([line])).toBeNull()
    },
  )
})

test('a line below the headings may hold the units, and a row is none', () => {
  const headings = readHeadings(['企业名称', '授信金额', '期限'])
  expect(unitsBelow(['', '（千元）', '年'], headings)?.get(1)).toMatchObject({ money: '千元' })
  expect(unitsBelow(['甲', '千元', ''], headings)).toBeNull()
  expect(unitsBelow(['', '1200', ''], headings)).toBeNull()
})

test('columns are named as in a spreadsheet', () => {
  expect([0, 25, 26, 27, 51, 52, 701, 702].map(letterOf)).toEqual([
    'A',
    'Z',
    'AA',
    'AB',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ])
})

describe('which column is which field', () => {
  const texts = [
    '统一社会信用代码',
    '金融机构',
    '融资方式',
    '合同编号',
    '授信日期',
    '授信金额（元）',
  ]
  const choose = (headings: readonly string[], answers = {}, above = noUnits) => {
    const interview = new Interview(answers)
    return { chosen: chooseColumns(readHeadings(headings), above, interview), interview }
  }
  const labels = (headings: readonly string[], answers = {}) => {
    const { chosen } = choose(headings, answers)
    if (typeof chosen === 'string' || !('columns' in chosen)) throw new Error('not chosen')
    return columns.flatMap((column) => chosen.columns.get(column)?.label ?? [])
  }

  test('never by where it stands: any order gives the same columns, and asks the same', () => {
    const more = [
      '放款金额（千元）',
      '放款日期',
      '签约日期',
      '合同金额（万元）',
      '备注',
      '贷款金额',
    ]
    const open = { 'column.granted-on': '授信日期', 'column.granted': '授信金额（元）' }
    const answers = { ...open, 'heading.贷款金额': 'leave-out' }
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...texts, ...more], { minLength: 12, maxLength: 12 }),
        (order) => {
          expect(labels(order, answers)).toEqual(labels([...texts, ...more], answers))
          expect(choose(order, { 'heading.贷款金额': 'leave-out' }).interview.open).toEqual(
            choose([...texts, ...more], { 'heading.贷款金额': 'leave-out' }).interview.open,
          )
        },
      ),
    )
  })

  test('a needed one that is missing is asked among the unknown, else named', () => {
    const without = texts.filter((text) => text !== '合同编号')
    expect(choose(without).chosen).toEqual({ missing: ['contract'] })
    const asked = choose([...without, '编号', '联系电话']).interview.open
    expect(asked).toMatchObject([{ name: 'column.contract', answers: ['编号'] }])
    expect(labels([...without, '编号'], { 'column.contract': '编号' })).toContain('编号')
    expect(choose(without.slice(1)).chosen).toEqual({ missing: ['uscc', 'contract'] })
    expect(neededColumns).toContain('contract')
  })

  test('a voucher may be all the contract number there is', () => {
    const only = texts.map((text) => (text === '合同编号' ? '借据号' : text))
    expect(choose(only).interview.open).toMatchObject([{ answers: ['借据号'] }])
    expect(labels(only, { 'column.contract': '借据号' })).toHaveLength(6)
  })

  test('the same heading twice is told apart by its letter', () => {
    const { interview } = choose([...texts, '合同编号'])
    expect(interview.open).toMatchObject([{ answers: ['D:合同编号', 'G:合同编号'] }])
  })

  test('a heading and a line above that differ in their unit are asked', () => {
    const { interview } = choose(texts, {}, { ...noUnits, money: '万元' })
    expect(interview.open).toMatchObject([{ name: 'unit.granted', answers: ['元', '万元'] }])
  })

  test('an unknown heading that is answered keeps its unit', () => {
    const asked = texts.with(5, '贷款金额（万元）')
    expect(choose(asked).interview.open).toMatchObject([{ name: 'heading.贷款金额（万元）' }])
    const { chosen } = choose(asked, { heading: 'granted' })
    if (typeof chosen === 'string' || !('columns' in chosen)) throw new Error('not chosen')
    expect(chosen.columns.get('granted')?.money).toBe('万元')
    const dollars = texts.with(5, '贷款金额（万美元）')
    expect(choose(dollars, { heading: 'granted' }).chosen).toEqual({
      foreign: '贷款金额（万美元）',
    })
  })

  test('a file of drawings alone needs no grants', () => {
    const drawings = [...texts.slice(0, 4), '发放日', '发放金额（元）']
    expect(labels(drawings)).toEqual(drawings)
    expect(choose(texts.slice(0, 5)).chosen).toEqual({ missing: ['granted'] })
    expect(choose([...texts.slice(0, 4), '发放日']).chosen).toEqual({
      missing: ['granted-on', 'granted'],
    })
  })

  test('dollars are refused, in the heading or above it', () => {
    expect(choose(texts.with(5, '授信金额（万美元）')).chosen).toEqual({
      foreign: '授信金额（万美元）',
    })
    expect(choose(texts, {}, { ...noUnits, foreign: '美元' }).chosen).toEqual({ foreign: '美元' })
  })

  test('an answer that is none of those is said, and asked again', () => {
    const { interview } = choose([...texts, '签约日期'], { 'column.granted-on': '起息日', x: 'y' })
    expect(interview.open).toMatchObject([{ given: '起息日' }])
    expect(interview.unused).toEqual(['x'])
  })
})

test.each([
  ['zh', zh],
  ['en', en],
])('each field is known by its own name on a page, in %s', (_language, words) => {
  const labels = Object.values(words.columns)
  expect(readHeadings(labels).map(({ column }) => column)).toEqual(Object.keys(words.columns))
})
