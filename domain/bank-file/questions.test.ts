import { describe, expect, test } from 'vitest'
import type { Answers } from './bank-file'
import { asked, code, good, headings, read } from '../testing/bank-files/reading'

describe('what only the sender knows', () => {
  const bare = headings.replaceAll('(元)', '').replace('(月)', '')
  const named = async (answers: Answers, ...lines: string[]) =>
    (await asked(answers, ...lines)).questions.map(({ name, count }) => `${name} ${count}`)

  test('a unit that is nowhere is asked once a column, with the rows it is about', async () => {
    expect(await named({}, bare, good, good)).toEqual([
      'unit.drawn 2',
      'unit.granted 2',
      'unit.tenor 2',
    ])
    const answers = { 'unit.granted': '千元', 'unit.drawn': '万元', 'unit.tenor': 'quarter' }
    const file = await asked(answers, bare, good)
    expect(file.questions).toEqual([])
    expect(file.rows[0]).toMatchObject({
      granted: { fen: 6_000_000_000 },
      drawn: { fen: 50_000_000_000 },
      tenorMonths: 36,
    })
    expect(file.read.find(({ column }) => column === 'granted')?.unit).toBe('千元')
    // The kind alone answers all of its kind, where it is an answer at all.
    expect(await named({ unit: '元' }, bare, good)).toEqual(['unit.tenor 1'])
  })

  test('cells with units of their own need none', async () => {
    const own = good.replace('60000', '6万').replace('50000,12', '5万,1年')
    expect((await read(bare, own)).rows[0]).toMatchObject({
      granted: { fen: 6_000_000 },
      drawn: { fen: 5_000_000 },
      tenorMonths: 12,
    })
  })

  test('a cell in another unit than its column is asked, and read as answered', async () => {
    const odd = good.replace('60000', '18万')
    expect(await named({}, headings, odd)).toEqual(['cell-unit.granted 1'])
    const as = async (right: string) =>
      (await asked({ 'cell-unit.granted': right }, headings, odd)).rows[0]?.granted?.fen
    expect([await as('cell'), await as('column')]).toEqual([18_000_000, 1_800])
  })

  const rated = (heading: string) => `${headings},${heading}`
  const rate = async (heading: string, cell: string, answers: Answers = {}) => {
    const file = await asked(answers, rated(heading), `${good},${cell}`)
    return file.questions.length > 0
      ? file.questions.map(({ name }) => name)
      : (file.rows[0]?.rateBp ?? file.problems.map((problem) => problem.code))
  }
  test.each<[string, string, Answers, unknown]>([
    ['年利率（%）', '3.45', {}, 345],
    ['年利率', '3.45%', {}, 345],
    ['年利率', '3.45', {}, ['unit.rate']],
    ['年利率', '0.0345', { 'unit.rate': 'fraction' }, 345],
    ['利率（‰）', '3.5', {}, ['period.rate']],
    ['利率（‰）', '3.5', { 'period.rate': 'month' }, 420],
    ['利率（%）', '3.45', {}, ['period.rate']],
    ['利率', '3.45', {}, ['unit.rate', 'period.rate']],
    ['月利率（%）', '0.29', {}, 348],
    ['月利率', '0.29', { 'unit.rate': 'percent' }, 348],
    ['月利率（‰）', '2.9', {}, 348],
    ['年利率（bp）', '345', {}, 345],
    ['年利率（‰）', '3.45%', {}, ['cell-unit.rate']],
    ['年利率（‰）', '3.45%', { 'cell-unit.rate': 'cell' }, 345],
    // 0.0345 under a heading in percent is more likely a fraction than a third of a basis point.
    ['年利率（%）', '0.0345', {}, ['low-rate.rate']],
    ['年利率（%）', '0.0345', { 'low-rate.rate': 'fraction' }, 345],
    ['年利率（%）', '0.35', { 'low-rate.rate': 'as-written' }, 35],
    ['年利率（%）', 'LPR+20bp', {}, ['rate-unreadable']],
    ['年利率（%）', '99', {}, ['rate-unreadable']],
  ])('a rate under %s of %s with %j is %j', async (heading, cell, answers, right) => {
    expect(await rate(heading, cell, answers)).toEqual(right)
  })

  test('columns of units and of currencies are read row by row', async () => {
    const head = headings.replaceAll('(元)', '').replace('(月)', ',期限单位,金额单位,币种')
    const rows = [
      `${good},月,千元,人民币`,
      `${good},季,万元,CNY`,
      `${good},年,亿元,USD`,
      `${good},月,百元,RMB`,
      `${good},旬,元,RMB`,
      `${good},月,元,`,
    ]
    const file = await read(head, ...rows)
    expect(file.rows.map(({ granted, tenorMonths }) => [granted?.fen, tenorMonths])).toEqual([
      [6_000_000_000, 12],
      [60_000_000_000, 36],
    ])
    expect(file.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [4, 'currency', 'not-in-yuan'],
      [5, 'amount-unit', 'unit-unknown'],
      [5, 'amount-unit', 'unit-unknown'],
      [6, 'tenor-unit', 'unit-unknown'],
      [7, 'currency', 'cell-missing'],
    ])
  })

  test('a class that is in no list is asked by its word, and may be refused', async () => {
    const odd = good.replace('担保贷款', '设备按揭')
    expect(await named({}, headings, odd, odd)).toEqual(['class.设备按揭 2'])
    const answers = { 'class.设备按揭': 'secured-loan' }
    expect((await asked(answers, headings, odd)).rows[0]?.class).toBe('secured-loan')
    const refused = await asked({ 'class.设备按揭': 'refuse' }, headings, odd)
    expect(refused.problems).toMatchObject([{ column: 'class', code: 'class-unknown' }])
  })
})

describe('persons', () => {
  const person = '610113199001010019'
  test.each([
    [person, 'uscc-person'],
    ['610113199001010010', 'uscc-person'],
    ['610113900101001', 'uscc-person'],
    ['6.10113199001010E+17', 'uscc-number'],
    ['13912345678', 'uscc-length'],
    ['000000000000000000', 'uscc-nobody'],
  ])('%s in the column of codes is refused and not shown', async (cell, problem) => {
    const file = await read(headings, good.replace(code(1), cell))
    expect(file.problems.map((one) => one.code)).toEqual([problem])
    expect(JSON.stringify(file)).not.toContain(cell)
  })
  test.each([1, 2, 5, 7])(
    'a number in cell %i is refused with its row and not shown',
    async (at) => {
      const cells = good.split(',').map((cell, index) => (index === at ? `张某${person}` : cell))
      const file = await read(headings, cells.join(','))
      expect(file.problems).toMatchObject([{ code: 'person-number', cell: '', column: null }])
      expect(JSON.stringify(file)).not.toContain(person)
    },
  )
  test('a contract number with a day in it is no person', async () => {
    const file = await read(headings, good.replace('HT-1', '610113202405060018'))
    expect(file.rows[0]?.contractNo).toBe('610113202405060018')
  })
})

describe('codes', () => {
  test.each(['9.16199991234560E+17', '9.16E+17', '916199991234560000'])(
    '%s was turned into a number',
    async (cell) => {
      const file = await read(headings, good.replace(code(1), cell))
      expect(file.problems.map((one) => one.code)).toEqual(['uscc-number'])
    },
  )
  test('one that fails its check waits', async () => {
    const file = await read(headings, good.replace(code(1), '91350203M0001QKT19'))
    expect(file.rows[0]).toMatchObject({ uscc: '91350203M0001QKT19', codeWaits: true })
    expect(file.notes).toEqual([{ row: 2, code: 'code-waits' }])
  })
})
