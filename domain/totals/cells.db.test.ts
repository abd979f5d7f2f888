import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { connect } from '@/db/client'
import { service, totalCell } from '@/db/schema'
import { rolledBack, testDatabase } from '@/db/testing'
import { addressOf } from '@/db/testing-address'
import { expectCellsKept } from '../testing/cells'
import { makeCast, NOW, type Cast } from '../testing/cast'
import { addWords, dice, writeLedger, type Word } from '../testing/ledger'
import { makeService } from '../testing/rows'
import { cellDimensions } from '../ledger/ledger'
import { mergeCells } from '../ledger/merge-cells'
import { findLastPosition } from '../ledger/positions'
import { readCut, readMonths, readTotals } from './cells'
import * as byRows from './count-rows'
import { inWholeCity } from './reach'
import { defaultDefinition, dimensions, type Cut, type Question } from './totals'

const database = testDatabase()
const CONNECTIONS = 8
let many: ReturnType<typeof connect>
let ledger: Awaited<ReturnType<typeof writeLedger>>
let cast: Cast
beforeAll(async () => {
  const { rows } = await database().execute<{ name: string }>(
    sql`select current_database() as name`,
  )
  many = connect(addressOf(inject('testServer').url, rows[0]?.name ?? ''), CONNECTIONS)
  cast = await makeCast(database())
  ledger = await writeLedger(database(), 7, 500)
})
afterAll(() => many.close())

const city = () => inWholeCity({ actor: { audience: 'public' }, now: NOW, db: database() })
const months = [202301, 202304, 202307, 202310, 202401, 202402, 202403, 202405, 202408]

/** Random windows, each whole or of one part of one cut, as their rows and as the cells say. */
async function compareWindows(seed: number, count: number) {
  const { one, roll } = dice(seed)
  let told = 0
  for (let asked = 0; asked < count; asked++) {
    const [a, b] = [one(months), one(months)]
    const row = one(ledger.rows)
    const cuts: Cut[] = [
      {},
      row.district ? { district: row.district } : { lacking: ['district'] },
      row.zone ? { zone: row.zone } : { lacking: ['zone'] },
      row.chains?.[0] ? { chains: [row.chains[0]] } : { lacking: ['chain'] },
      row.qualifications?.[0]
        ? { qualifications: [row.qualifications[0]] }
        : { lacking: ['qualification'] },
      { class: row.class },
      { financierKind: row.financierKind },
      { financierId: row.financierId },
      { whiteListed: row.whiteListed ?? false },
    ]
    const question: Question = {
      period: { from: Math.min(a, b), to: Math.max(a, b) },
      definition: defaultDefinition,
      asOf: roll(2) === 0 ? null : (await findLastPosition(database())).position,
      cut: one(cuts),
    }
    const found = await readTotals(city(), question)
    expect(found, JSON.stringify(question)).toEqual(await byRows.countTotals(city(), question))
    expect(await readMonths(city(), question)).toEqual(await byRows.countByMonth(city(), question))
    told += found?.companies ?? 0
    if (Object.keys(question.cut ?? {}).length > 0) continue
    const dimension = one(dimensions)
    if (!cellDimensions.some((kept) => kept === dimension)) {
      expect(await readCut(city(), question, dimension)).toBeNull()
      continue
    }
    const alike = (rows: { key: string | null; companies: number; drawnFen: number }[] | null) =>
      rows
        ?.filter(({ companies, drawnFen }) => companies + drawnFen > 0)
        .toSorted((x, y) => String(x.key).localeCompare(String(y.key)))
    expect(alike(await readCut(city(), question, dimension))).toEqual(
      alike(await byRows.countBy(city(), question, dimension)),
    )
  }
  expect(told).toBeGreaterThan(count)
}

describe('the cells', () => {
  test('of entries in any order are those of the whole ledger, and tell what its rows tell', async () => {
    await expectCellsKept(database())
    await compareWindows(1, 80)
  })

  test('follow every later word: disputed, upheld, voided, confirmed', async () => {
    const last = new Map<string, Word>(ledger.words.map((word) => [word.serviceId, word]))
    for (let round = 0; round < 6; round++) {
      const words = await addWords(database(), ledger.rows, last, dice(100 + round), 20, NOW)
      ledger.words.push(...words)
      await expectCellsKept(database())
    }
    await compareWindows(2, 40)
  })

  test('count a contract once that two companies share, and a first loan that an earlier one turns into none', async () => {
    const of = (company: { id: string }) => ({
      companyId: company.id,
      financierId: cast.financier.id,
    })
    const shared = { contractNo: 'HT-SHARED', contractKey: 'HT-SHARED' }
    const first = { happenedOn: '2024-03-05', firstLoan: true, ...shared }
    await makeService(database(), of(cast.company), 'reported', first)
    await makeService(database(), of(cast.otherCompany), 'reported', { ...first, amountFen: 5 })
    await expectCellsKept(database())
    const earlier = { happenedOn: '2023-06-05', firstLoan: true }
    await makeService(database(), of(cast.company), 'reported', earlier)
    await expectCellsKept(database())
    await compareWindows(3, 20)
  })

  test('are right when eight enter and take back rows of one company and one contract at once', async () => {
    const of = { companyId: cast.company.id, financierId: cast.financier.id }
    const { one, roll } = dice(5)
    const worker = async () => {
      for (let act = 0; act < 12; act++)
        await many.db.transaction(async (tx) => {
          const happenedOn = `2024-0${1 + roll(6)}-11`
          const key = `HT-CROSS-${roll(4)}`
          const row = await makeService(tx, of, 'reported', {
            contractNo: key,
            contractKey: key,
            happenedOn,
            amountFen: 1_000_000 + roll(1_000_000_000),
          })
          const state = one(['voided', 'disputed', 'confirmed'] as const)
          if (roll(2) === 0) return
          await tx.execute(sql`update ${service} set state = ${state} where id = ${row.id}`)
        })
    }
    await Promise.all(Array.from({ length: CONNECTIONS }, worker))
    await expectCellsKept(database())
  })

  test('are the same once they were added up, while somebody enters', async () => {
    const of = { companyId: cast.otherCompany.id, financierId: cast.financier.id }
    const before = await database().$count(totalCell)
    await Promise.all([
      mergeCells(many.db),
      ...Array.from({ length: 5 }, () =>
        many.db.transaction((tx) => makeService(tx, of, 'reported')),
      ),
    ])
    await expectCellsKept(database())
    expect(await database().$count(totalCell)).toBeLessThan(before)
    await compareWindows(4, 20)
  })

  test('answer nothing that they do not hold: a past position, several cuts, days of a month, contacts', async () => {
    const { position } = await findLastPosition(database())
    const question: Question = {
      period: { from: 202401, to: 202405 },
      definition: defaultDefinition,
      asOf: position,
    }
    expect(await readTotals(city(), question)).not.toBeNull()
    for (const other of [
      { asOf: position - 1 },
      { until: '2024-05-14' },
      { cut: { district: 'yanta', class: 'credit-loan' } satisfies Cut },
      { cut: { companyId: cast.company.id } },
      { cut: { park: 'silk-road-science' } satisfies Cut },
      { cut: { lacking: ['park'] } satisfies Cut },
      { cut: { firstTime: true } },
      { definition: { ...defaultDefinition, rung: 4 as const } },
    ]) {
      expect(await readTotals(city(), { ...question, ...other })).toBeNull()
      expect(await readMonths(city(), { ...question, ...other })).toBeNull()
      expect(await readCut(city(), { ...question, ...other }, 'class')).toBeNull()
    }
  })

  test('leave no trace of what is undone', async () => {
    await rolledBack(database(), async (tx) => {
      const of = { companyId: cast.company.id, financierId: cast.financier.id }
      await makeService(tx, of, 'reported')
    })
    await expectCellsKept(database())
  })
})
