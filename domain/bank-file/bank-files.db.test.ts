import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Database } from '@/db/client'
import { rolledBack, testDatabase } from '@/db/testing'
import type { Context } from '../context'
import type { Answers } from './bank-file'
import { importServices } from './import-services'

/** Files that went wrong in other importers, and what is right: domain/testing/bank-files/README.md. */
const database = testDatabase()
const now = new Date('2024-07-12T02:00:00Z')

async function read(db: Database, source: () => Readable, answers: Answers, skipBad: boolean) {
  const context = { actor: { audience: 'clock' }, now, db } as Context<{ audience: 'clock' }>
  return importServices(context, { source, commit: true, skipBad, answers })
}
const fileOf = (name: string) => () => createReadStream(`domain/testing/bank-files/${name}.csv`)

async function taken(db: Database, name: string, answers: Answers = {}, skipBad = false) {
  const result = await read(db, fileOf(name), answers, skipBad)
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

async function ledgerOf(db: Database) {
  const { rows } = await db.execute<{ line: string }>(sql`
    select concat_ws(' ', rung, happened_on, amount_fen, contract_no, voucher, rate_bp, tenor_months) as line
    from service where state <> 'voided' order by 1`)
  return rows.map(({ line }) => line)
}

async function keptOf(name: string, answers: Answers = {}, skipBad = false) {
  return rolledBack(database(), async (tx) => {
    const report = await taken(tx, name, answers, skipBad)
    return { report, ledger: await ledgerOf(tx) }
  })
}

describe('nothing is kept while something is asked', () => {
  test.each([
    ['two-dates-two-amounts', ['column.granted', 'column.granted-on']],
    ['two-dates-two-amounts-other-order', ['column.granted', 'column.granted-on']],
    ['currency-and-period-columns', ['unit.rate']],
    ['rates-and-years-in-headings', ['period.rate']],
    ['names-of-institutions', ['institution.渭河银行高新支行']],
  ])('%s asks %j', async (name, questions) => {
    const { report, ledger } = await keptOf(name, {}, true)
    expect(report.questions.map((one) => one.name)).toEqual(questions)
    expect([report.isKept, ledger]).toEqual([false, []])
  })
})

test('two dates and two amounts are read by the answers, whatever their order', async () => {
  for (const name of ['two-dates-two-amounts', 'two-dates-two-amounts-other-order']) {
    const answers = { 'column.granted': '授信金额（万元）', 'column.granted-on': '签约日期' }
    const { report, ledger } = await keptOf(name, answers)
    expect(ledger).toEqual(['5 2024-06-20 1000000000 T-001'])
    expect(report.left.map(({ heading }) => heading)).toEqual(
      expect.arrayContaining(['授信日期', '合同金额（万元）']),
    )
  }
})

test.each([
  ['unit-thousand', '5 2024-05-06 120000000 T-003'],
  ['unit-hundred-million', '5 2024-05-06 12000000000 T-004'],
  ['unit-above-the-table', '5 2024-05-06 120000000 T-006'],
])('%s is read in its unit', async (name, line) => {
  const { report, ledger } = await keptOf(name)
  expect(ledger).toEqual([line])
  expect(report.days).toEqual({ first: '2024-05-06', last: '2024-05-06' })
})

test('the total line is left out and said, and the headings are on line 3', async () => {
  const { report } = await keptOf('unit-above-the-table')
  expect(report.headingRow).toBe(3)
  expect(report.notes).toEqual([{ row: 5, code: 'total-left-out' }])
})

test('dollars are refused, as a column with the file and as a row', async () => {
  await rolledBack(database(), async (tx) => {
    expect(await read(tx, fileOf('unit-us-dollar'), {}, true)).toMatchObject({
      ok: false,
      refusal: 'currency-foreign',
      facts: { words: '授信金额（万美元）' },
    })
  })
  const { report, ledger } = await keptOf('currency-and-period-columns', { unit: 'percent' }, true)
  expect(report.problems).toMatchObject([{ row: 2, code: 'not-in-yuan', cell: 'USD' }])
  expect(ledger).toEqual(['5 2024-05-06 100000000 T-008 348 36'])
})

test('rates and years in headings', async () => {
  const { ledger } = await keptOf('rates-and-years-in-headings', { 'period.rate': 'month' })
  expect(ledger).toEqual(['5 2024-05-06 100000000 T-009 420 36'])
})

test('an instant with its zone is the day in Shanghai', async () => {
  const { report, ledger } = await keptOf('instants')
  expect(ledger).toContain('6 2024-06-01 100000000 T-013')
  expect(report.notes).toEqual([{ row: 2, code: 'day-from-instant' }])
  expect(report.months.map(({ month, granted, drawn }) => [month, granted.fen, drawn.fen])).toEqual(
    [
      ['2024-05', 100_000_000, 0],
      ['2024-06', 0, 100_000_000],
    ],
  )
})

test('what a spreadsheet has damaged is refused with that word; the rest stays text', async () => {
  const { report, ledger } = await keptOf('spreadsheet-damage', {}, true)
  expect(report.problems).toMatchObject([{ row: 3, column: 'uscc', code: 'uscc-number' }])
  expect(ledger).toEqual(['5 2024-05-06 10000000 0012345', '5 2024-05-06 10000000 12E5'])
})

test('four spellings are one institution, and the fifth is the one that is answered', async () => {
  const named = (answer: string) =>
    rolledBack(database(), async (tx) => {
      await taken(tx, 'names-of-institutions', { 'institution.渭河银行高新支行': answer })
      const again = await taken(tx, 'names-of-institutions', { institution: answer })
      expect(again.granted.added + again.newFinanciers).toBe(0)
      const { rows } = await tx.execute(sql`
        select o.name, count(*)::int as times from service s join organisation o on o.id = s.financier_id
        group by 1 order by 2`)
      return rows
    })
  expect(await named('new')).toEqual([
    { name: '渭河银行高新支行', times: 1 },
    { name: '渭水银行股份有限公司高新支行', times: 4 },
  ])
  expect(await named('渭水银行股份有限公司高新支行')).toHaveLength(1)
})

test('a person’s number is kept nowhere, and a code that fails its check waits', async () => {
  await rolledBack(database(), async (tx) => {
    const report = await taken(tx, 'person-and-odd-codes', {}, true)
    expect(report.problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'uscc-nobody'],
      [3, 'uscc-person'],
    ])
    expect([report.taken, report.waiting, report.waitingAdded, report.bad]).toEqual([0, 1, 1, 2])
    expect(await ledgerOf(tx)).toEqual([])
    expect(JSON.stringify(report)).not.toMatch(/100000190001010096|张某/)
    const { rows } = await tx.execute(sql`
      select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`)
    for (const { name } of rows) {
      const found = await tx.execute(sql`
        select 1 from ${sql.identifier(String(name))} as any_row where any_row::text ~ '100000190001010096|张某'`)
      expect([name, found.rows]).toEqual([name, []])
    }
    const again = await taken(tx, 'person-and-odd-codes', {}, true)
    expect([again.waiting, again.waitingAdded]).toEqual([1, 0])
  })
})

test('a file of drawings alone enters no grant', async () => {
  await rolledBack(database(), async (tx) => {
    const text = `统一社会信用代码,客户名称,经办机构,产品种类,合同编号,借据号,发放日,发放金额（千元）
91619999MA7K00001X,试二科技有限公司,渭水银行高新支行,信用贷款,T-002,001,2024-05-08,500`
    const result = await read(tx, () => Readable.from([Buffer.from(text)]), {}, false)
    expect(result).toMatchObject({ ok: true, value: { granted: { services: 0 }, isKept: true } })
    expect(await ledgerOf(tx)).toEqual(['6 2024-05-08 50000000 T-002 001'])
  })
})

describe('drawings that are alike', () => {
  const lines = (name: string) => {
    const [head = '', ...rows] = name.trim().split('\n')
    return { head, rows }
  }
  const text = `统一社会信用代码,企业名称,金融机构,融资方式,合同编号,借据号,授信日期,授信金额（万元）,放款日期,放款金额（万元）
91619999MA7K00001X,试二科技有限公司,渭水银行高新支行,信用贷款,T-002,001,2024-05-06,100,2024-05-08,50
91619999MA7K00001X,试二科技有限公司,渭水银行高新支行,信用贷款,T-002,002,2024-05-06,100,2024-05-08,50
`
  const { head, rows } = lines(text)
  const bare = rows.map((row) => row.replace(/T-002,00\d/, 'T-002,'))
  const sent = async (tx: Database, all: readonly string[], answers: Answers = {}) => {
    const bytes = Buffer.from([head, ...all].join('\n'))
    const result = await read(tx, () => Readable.from([bytes]), answers, false)
    if (!result.ok) throw new Error(result.refusal)
    return result.value
  }
  const drawn = async (tx: Database) =>
    (await ledgerOf(tx)).filter((line) => line.startsWith('6')).length

  test('are told apart by their vouchers: granted once, drawn twice, and again nothing', async () => {
    await rolledBack(database(), async (tx) => {
      const report = await taken(tx, 'twin-drawings')
      expect([report.granted.fen, report.drawn.fen]).toEqual([100_000_000, 100_000_000])
      expect(await ledgerOf(tx)).toEqual([
        '5 2024-05-06 100000000 T-002',
        '6 2024-05-08 50000000 T-002 001',
        '6 2024-05-08 50000000 T-002 002',
      ])
      for (const again of [rows, rows.toReversed(), rows.slice(1), [...rows, ...rows]]) {
        const { granted, drawn: times } = await sent(tx, again)
        expect([granted.added, times.added]).toEqual([0, 0])
      }
    })
  })

  test('without a voucher are asked: two drawings are numbered, and again nothing', async () => {
    await rolledBack(database(), async (tx) => {
      const asked = await sent(tx, bare)
      expect(asked.questions).toMatchObject([
        {
          name: 'twins.2',
          words: 'T-002',
          count: 2,
          rows: [2, 3],
          answers: ['two-drawings', 'same'],
        },
      ])
      expect(await drawn(tx)).toBe(0)
      const report = await sent(tx, bare, { twins: 'two-drawings' })
      expect([report.granted.added, report.drawn.added]).toEqual([1, 2])
      // What is there already is not asked again.
      for (const again of [bare, bare.toReversed(), rows, bare.slice(1)]) {
        const { questions, drawn: times } = await sent(tx, again)
        expect([questions, times.added]).toEqual([[], 0])
      }
      const third = [...bare, ...bare.slice(1)]
      expect((await sent(tx, third, { 'twins.2': 'two-drawings' })).drawn.added).toBe(1)
      const { rows: numbers } = await tx.execute(
        sql`select twin from service where rung = 6 order by 1`,
      )
      expect(numbers).toEqual([{ twin: 1 }, { twin: 2 }, { twin: 3 }])
    })
  })

  test('the same one is counted once, and it is said', async () => {
    await rolledBack(database(), async (tx) => {
      const report = await sent(tx, bare, { 'twins.2': 'same' })
      expect([report.drawn.services, report.drawn.added]).toEqual([1, 1])
      expect(report.notes).toEqual([{ row: 3, code: 'twice-in-file' }])
      // Now one of two vouchers is that row.
      expect((await sent(tx, rows)).drawn.added).toBe(1)
    })
  })

  test('one without a voucher beside one that has it is asked too', async () => {
    await rolledBack(database(), async (tx) => {
      const mixed = [rows[0] ?? '', bare[1] ?? '']
      expect((await sent(tx, mixed)).questions).toMatchObject([{ name: 'twins.2' }])
      expect((await sent(tx, mixed, { twins: 'same' })).drawn.added).toBe(1)
    })
  })
})
