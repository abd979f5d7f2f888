import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { askedFor, checkMessages, compareNamespaces, lengthIn, wordIn } from './messages.mjs'

test.each([
  ['plain', 'Hello', ''],
  ['an argument', '{count} needs', 'count'],
  [
    'a plural with an argument inside',
    '{count, plural, one {# need of {name}} other {# needs}}',
    'name',
  ],
  ['a plural that only inflects', '{count, plural, one {row} other {rows}}', ''],
  ['a select inside a plural', '{a, plural, other {{b, select, x {x} other {{c}}}}}', 'c'],
  ['a select', '{kind, select, bank {a bank} other {it}}', ''],
  ['a format', '{amount, number, ::compact-short} on {day, date}', 'amount day'],
  ['a tag', 'Read <link>this {name}</link>', 'name'],
  ['quoted braces', "write '{name}' as it is, it''s fine", ''],
  ['a quoted #', "{n, plural, other {row '#' {name}}}", 'name'],
  ['a quote that quotes nothing', "it's {name}'s", 'name'],
])('a message with %s shows what it shows', (_name, message, shown) => {
  expect(askedFor(message, 'en').shown.join(' ')).toBe(shown)
})

test('tags, what is counted and the options of selects are read too', () => {
  expect(askedFor('Read <link>this <b>now</b></link>', 'en').tags).toEqual(['b', 'link'])
  expect(askedFor('{n, plural, offset:1 =1 {} other {<b>#</b>}}', 'zh').counts).toEqual(['n'])
  const { chosen } = askedFor('{kind, select, bank {a bank} other {it}}', 'en')
  expect([...chosen]).toEqual([['kind', ['bank', 'other']]])
})

test.each([
  ['{', 'expect argument closing brace at character 1'],
  ['{}', 'empty argument at character 1'],
  ['{a', 'expect argument closing brace at character 1'],
  ['a}', '} stands alone in “a}”'],
  ['a<br/>b', '<br/> stands alone in “<br/>”'],
  ["it's '{fine", '{ stands alone in'],
  ['{n, plural, one {x}}', 'missing other clause at character 20'],
  ['{n, plural, other x}', 'expect plural argument selector fragment'],
  ['{n, plural, other {x} other {y}}', 'duplicate plural argument selector'],
  ['{kind, select, a {x} a {y} other {}}', 'duplicate select argument selector'],
  ['{n, nubmer}', 'invalid argument type at character 5'],
  ['{n, number, ::}', 'invalid number skeleton'],
  ['Read <b>this', 'unclosed tag at character 6'],
  ['Read <b>this</c>', 'unmatched closing tag'],
  ['{n, plural, few {x} other {y}}', 'n is never "few" in en'],
  ['{n, selectordinal, many {x} other {y}}', 'n is never "many" in en'],
  ['{n, plural, other {{a, select, x {#} other {}}}}', '# stands in a select, as no number'],
])('the broken message %s is found: %s', (message, why) => {
  expect(() => askedFor(message, 'en')).toThrow(why)
})

test('Chinese has one form for every number', () => {
  const message = '{n, plural, one {一家} other {# 家}}'
  expect(() => askedFor(message, 'zh')).toThrow('n is never "one" in zh')
  expect(askedFor(message.replace('one', '=1'), 'zh').counts).toEqual(['n'])
})

test('a key in one language only, an empty text, other arguments and a forgotten translation are found', () => {
  const zh = {
    a: '一',
    b: '',
    c: '{n} 个',
    d: 'Save the draft',
    e: { f: '六' },
    g: '七',
    h: '<b>八',
  }
  const en = { a: 'one', b: 'two', c: '{m} pieces', d: 'Save the draft', e: {}, g: '7 七', h: '8' }
  expect(compareNamespaces(zh, en)).toEqual([
    'b (zh) is empty',
    'c shows {n} in zh and {m} in en',
    'd is not translated',
    'e.f is in zh only',
    'g (en) is English with Chinese in it',
    'h (zh) is no message: unclosed tag at character 1',
  ])
})

test('languages that agree have no faults', () => {
  const zh = { a: '{n} 家企业', rows: '{m} 行', companyUnit: '家', name: '科融' }
  const en = {
    a: '{n, plural, one {# company} other {# companies}}',
    rows: '{n, plural, one {# row} other {{m} rows}}',
    companyUnit: '',
    name: 'Kerong 科融',
  }
  expect(compareNamespaces(zh, en)).toEqual([])
})

test.each([
  ['Within 3 working days of the consent', '3 working days'],
  ['It owes an answer in one day.', 'one day'],
  ['Every day at 8 in the morning', 'at 8'],
  ['By 17:30 on the day', '17:30'],
  ['A consent lasts a year at most.', 'a year at most'],
  ['须在 10 个工作日内答复', '10 个工作日'],
  ['邀请十四天内有效', '十四天'],
  ['每天早上 8 点发送', '8 点'],
  ['半年没有对接', '半年'],
])('the length in “%s” is found', (message, length) => {
  expect(lengthIn(message)).toBe(length)
})

test.each([
  'Within {days} working days of the consent',
  'An answer in {days, plural, one {# working day} other {# working days}}',
  'Medians over the last 12 months',
  'Until a day you set; once a day',
  '须在 {days} 个工作日内答复',
  '到某一天为止，今天有效',
  '近三年办成同类融资 {deals} 笔',
])('“%s” writes out no length of a clock', (message) => {
  expect(lengthIn(message)).toBeUndefined()
})

test.each([
  ['zh', '你的需求', '你'],
  ['zh', '它看不到贵企业的名称', '贵企业'],
  ['zh', '在架融资产品', '融资产品'],
  ['zh', '{count} 款产品', '} 款'],
  ['zh', '您同意之前', '您同意'],
  ['zh', '同意给看财务数据', '同意给看'],
  ['zh', '{who}谢绝了方案', '谢绝'],
  ['zh', '您的账户已暂停', '账户'],
  ['zh', '主管部门已核实', '主管部门'],
  ['zh', '合同号', '合同号'],
  ['zh', '首次响应超时', '首次响应'],
  ['zh', '用于{purpose}，看到 {day}', '看到 {day}'],
  ['zh', '核对「{name}」', '「'],
  ['zh', '选"其他"时', '"'],
  ['zh', '已保存！', '！'],
  ['zh', '请核对, 再提交', '对,'],
  ['en', 'Trying only reckons', 'reckons'],
  ['en', 'in units of 10,000 yuan', 'yuan'],
  ['en', 'Your institution is suspended', 'institution'],
  ['en', 'No live introductions', 'introductions'],
  ['en', 'Read the teaser', 'teaser'],
  ['en', 'Authorise the financier', 'Authorise'],
  ['en', 'The offer was rejected', 'rejected'],
  ['en', "The company's limit", "y's"],
  ['en', 'Tick "Other"', '"'],
  ['en', 'Saved!', '!'],
] as const)('a forbidden word is found (%s): “%s”', (language, message, word) => {
  expect(wordIn(message, language)?.found).toBe(word)
})

test.each([
  ['zh', '用于{purpose}，可看到 {day}为止'],
  ['zh', '已还款项、贷款产品；{count, plural, other {# 个}}“其他”'],
  ['zh', '贵机构占一个名额：{day}前有效；{financier}同意担保'],
  ['en', 'Your company’s limit is CNY 10,000: “{name}”'],
] as const)('the chosen words pass (%s): “%s”', (language, message) => {
  expect(wordIn(message, language)).toBeUndefined()
})

test('the check names the file, the key and the word to write, and lets bank files name their units', () => {
  const folder = mkdtempSync(join(tmpdir(), 'messages-'))
  const files = {
    'need.json': { zh: { title: '你的需求' }, en: { title: 'Your introduction' } },
    'import.json': { zh: { units: { 元: '元' } }, en: { units: { 元: 'yuan' } } },
  }
  for (const language of ['zh', 'en'] as const) {
    mkdirSync(join(folder, language))
    for (const [name, messages] of Object.entries(files))
      writeFileSync(join(folder, language, name), JSON.stringify(messages[language]))
  }
  expect(checkMessages(folder).faults).toEqual([
    'need.json: title (zh) says “你”: write 您',
    'need.json: title (en) says “introduction”: write talk',
  ])
  rmSync(folder, { recursive: true })
})
