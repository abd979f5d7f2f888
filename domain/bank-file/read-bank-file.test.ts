import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { Interview } from './interview'
import { readBankFile } from './read-bank-file'
import { code, good, headings, read, source, today } from '../testing/bank-files/reading'

const problemsOf = async (row: string, head = headings) =>
  (await read(head, row)).problems.map((one) => `${one.column ?? 'row'} ${one.code}`)

/** 中文 in GBK, which Node only decodes: two bytes a character by a table made from the decoder. */
function gbk(text: string): Uint8Array {
  const table = new Map<string, [number, number]>()
  const decoder = new TextDecoder('gb18030')
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++)
      if (low !== 0x7f) table.set(decoder.decode(new Uint8Array([high, low])), [high, low])
  return new Uint8Array(
    [...text].flatMap((letter) =>
      letter.charCodeAt(0) < 0x80 ? [letter.charCodeAt(0)] : (table.get(letter) ?? [0x3f]),
    ),
  )
}

describe('how a file is written', () => {
  const text = `${headings}\n${good}\n`
  const utf8 = new TextEncoder().encode(text)
  test.each([
    ['UTF-8', utf8, 'utf-8'],
    ['UTF-8 with its mark', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]), 'utf-8'],
    ['gzip', gzipSync(utf8), 'utf-8'],
    ['GBK', gbk(text), 'gb18030'],
    ['GBK in gzip', gzipSync(gbk(text)), 'gb18030'],
    [
      'UTF-16 with its mark',
      new Uint8Array([0xff, 0xfe, ...Buffer.from(text.replaceAll(',', '\t'), 'utf16le')]),
      'utf-16le',
    ],
  ])('%s', async (_name, bytes, encoding) => {
    const result = await readBankFile(source(bytes), today, new Interview())
    if (!result.ok) throw new Error(result.problem)
    expect(result.file.encoding).toBe(encoding)
    expect(result.file.problems).toEqual([])
    expect(result.file.rows).toEqual([
      {
        row: 2,
        uscc: code(1),
        codeWaits: false,
        company: '甲',
        financier: '渭水银行',
        kind: 'bank',
        class: 'secured-loan',
        contractNo: 'HT-1',
        voucher: null,
        granted: { on: '2024-01-02', fen: 6_000_000 },
        drawn: { on: '2024-01-05', fen: 5_000_000 },
        tenorMonths: 12,
        rateBp: null,
        firstLoan: null,
      },
    ])
  })

  test.each([
    ['nothing', new Uint8Array(), 'file-empty'],
    ['blank lines', new TextEncoder().encode('\n\n'), 'headings-missing'],
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4]), 'file-a-workbook'],
    ['a picture', new Uint8Array([0x89, 0x50, 0, 0xff, 0xd8, 0]), 'file-not-text'],
    ['gzip cut short', gzipSync(utf8).subarray(0, 60), 'file-not-text'],
    ['no headings', new TextEncoder().encode(`${good}\n${good}\n`.repeat(8)), 'headings-missing'],
    [
      'a heading too few',
      new TextEncoder().encode('企业名称,金融机构,融资方式\n'),
      'columns-missing',
    ],
  ])('%s is refused', async (_name, bytes, problem) => {
    expect(await readBankFile(source(bytes), today, new Interview())).toMatchObject({
      ok: false,
      problem,
    })
  })
})

describe('headings', () => {
  test('a title, a unit and an empty line may stand above; totals are left out; rows keep their numbers', async () => {
    const file = await read(
      '渭水银行科技贷款台账',
      '单位：万元',
      '',
      headings.replaceAll('(元)', ''),
      good.replace('60000', '6').replace('50000', '5'),
      '合计,,,,,,,6,,5,',
    )
    expect(file.rows[0]).toMatchObject({ row: 5, granted: { fen: 6_000_000 } })
    expect(file.notes).toEqual([{ row: 6, code: 'total-left-out' }])
    expect(file.count).toBe(1)
    expect(file.headingRow).toBe(4)
  })

  test('headings that stand there again are left out and said', async () => {
    const file = await read(headings, good, headings, good.replace('HT-1', 'HT-2'))
    expect([file.rows.length, file.notes]).toEqual([2, [{ row: 3, code: 'heading-again' }]])
  })

  test('a file of drawings alone tells of no grant', async () => {
    const head =
      '统一社会信用代码,企业名称,经办机构,产品种类,合同编号,借据号,发放日,发放金额（千元）,币种'
    const row = `${code(1)},甲,渭水银行,信用贷,HT-1,001,2024-01-09,5000,人民币`
    const file = await read(head, row, row.replace('2024-01-09', ''))
    expect(file.rows).toMatchObject([
      { granted: null, drawn: { on: '2024-01-09', fen: 500_000_000 }, voucher: '001' },
    ])
    expect(file.problems).toMatchObject([{ row: 3, column: 'drawn-on', code: 'cell-missing' }])
  })

  test('a line of units may stand below', async () => {
    const below = ',,,,,,,千元,,千元,年'
    const bare = headings.replaceAll('(元)', '').replace('(月)', '')
    const file = await read(bare, below, good.replace('60000', '60').replace('50000,12', '50,1'))
    expect(file.rows[0]).toMatchObject({ row: 3, granted: { fen: 6_000_000 }, tenorMonths: 12 })
  })

  test('what is not read is listed, and nothing of it shown', async () => {
    const file = await read(`${headings},客户经理,,备注`, `${good},王某,x,好`)
    expect(file.left).toEqual([
      { letter: 'L', heading: '客户经理', isPersonal: true },
      { letter: 'N', heading: '备注', isPersonal: false },
      { letter: 'M', heading: '', isPersonal: false },
    ])
    expect(JSON.stringify(file)).not.toContain('王某')
  })

  test('a total is known by its word and by having no code, whatever the order of the columns', async () => {
    const order = [
      '企业名称',
      '统一社会信用代码',
      '金融机构',
      '融资方式',
      '合同编号',
      '授信日期',
      '授信金额(元)',
    ]
    const row = ['小计科技有限公司', code(1), '渭水银行', '信用贷款', 'HT-1', '2024/1/2', '60000']
    const totals = [
      '合计,,,,,,60000',
      ',,5月小计,,,,1',
      '总计：,,,,,,1',
      '一季度合计,,,,,,1',
      'Total,,,,,,1',
      '合计（3笔）,,,,,,1',
    ]
    const file = await read(order.join(','), row.join(','), ...totals)
    expect(file.rows.map(({ company }) => company)).toEqual(['小计科技有限公司'])
    expect(file.notes.map((note) => note.code)).toEqual(totals.map(() => 'total-left-out'))
  })
})

describe('rows', () => {
  const cells = good.split(',')
  const withCell = (index: number, cell: string) =>
    cells.map((own, position) => (position === index ? cell : own)).join(',')
  test.each([
    ['no bank', 2, '', ['financier cell-missing']],
    ['a code of 17', 0, code(1).slice(1), ['uscc uscc-length']],
    ['an unknown kind', 3, '当铺', ['kind kind-unknown']],
    ['a contract in scientific notation', 5, '1.00001E+09', ['contract contract-mangled']],
    ['a day that is none', 6, '2024/2/30', ['granted-on day-unreadable']],
    ['a day to come', 8, '2024/6/13', ['drawn-on day-in-future']],
    ['a day of long ago', 6, '1900/1/1', ['granted-on day-too-early']],
    ['words for an amount', 7, '六万', ['granted amount-unreadable']],
    ['nothing granted', 7, '0', ['granted amount-not-above-zero']],
    ['money back', 9, '-5', ['drawn amount-not-above-zero']],
    ['a drawing without its day', 8, '', ['drawn-on drawing-without-day']],
    ['a drawing without its amount', 9, '-', ['drawn drawing-without-amount']],
    ['a tenor in words', 10, '一年', ['tenor tenor-unreadable']],
  ])('%s is bad', async (_name, index, cell, problems) => {
    expect(await problemsOf(withCell(index, cell))).toEqual(problems)
  })

  test('every problem of a row is said at once, and a likely code is suggested', async () => {
    const typed = code(20).replace('0', 'O')
    const file = await read(headings, [typed, '', '', '', '', '', '', '', '', '', ''].join(','))
    expect(file.problems.map(({ column }) => column)).toEqual([
      'uscc',
      'financier',
      'class',
      'contract',
      'granted-on',
      'granted',
    ])
    expect(file.problems[0]?.suggestion).toBe(code(20))
  })

  test('a comma without quotes shifts a row; with quotes it does not', async () => {
    expect(await problemsOf(good.replace('60000', '60,000'))).toEqual(['row row-shifted'])
    expect(await problemsOf(good.replace('60000', '"60,000"'))).toEqual([])
  })

  test('neither day nor amount of drawing is a grant alone', async () => {
    const file = await read(headings, good.replace('2024/1/5,50000', ','))
    expect(file.rows[0]).toMatchObject({ drawn: null, granted: { fen: 6_000_000 } })
  })

  test('more drawn than granted, and drawn before granted, are told and taken', async () => {
    const odd = good.replace('2024/1/5,50000', '2024/1/1,70000')
    const file = await read(headings, good, odd)
    expect(file.rows).toHaveLength(2)
    expect(file.notes).toEqual([
      { row: 3, code: 'drawn-over-granted' },
      { row: 3, code: 'drawn-before-granted' },
    ])
  })

  test('the last and first day of a year stay in their years', async () => {
    const file = await read(
      headings,
      good.replace('2024/1/2', '2023/12/31').replace('2024/1/5', '2024/1/1'),
    )
    expect(file.rows[0]).toMatchObject({
      granted: { on: '2023-12-31' },
      drawn: { on: '2024-01-01' },
    })
  })
})
