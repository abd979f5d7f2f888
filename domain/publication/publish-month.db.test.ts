import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { publication, service } from '@/db/schema'
import { rolledBack, testDatabase } from '@/db/testing'
import type { Database } from '@/db/client'
import { runClocks } from '../clock/run-clocks'
import { sqlState, type Context } from '../context'
import { findLastPosition } from '../ledger/positions'
import { answersOf, pinned, systemsOf } from '../testing/attacker'
import { makeCast, NOW } from '../testing/cast'
import { addWords, dice, writeLedger } from '../testing/ledger'
import { makeService, WAN } from '../testing/rows'
import { countTotals } from '../totals/count'
import { inWholeCity } from '../totals/reach'
import { defaultDefinition, monthsOf } from '../totals/totals'
import type { PublishedRow } from './judge-figures'
import { dueAt, windowsOf, type PublishedWindow } from './publication'
import { findNextMonth, listDueMonths, publishMonths } from './publish-month'
import { findPublication, readPublicCut, readPublicMonths, readWindow } from './queries'

const database = testDatabase()
const clock = { audience: 'clock' as const }
const at = (now: Date, db: Database = database()): Context => ({ actor: clock, now, db })
const months = monthsOf({ from: 202301, to: 202404 })

let ledger: Awaited<ReturnType<typeof writeLedger>>
let cast: Awaited<ReturnType<typeof makeCast>>
/** The rows of each month that counted when it was published. */
const publishedRows: PublishedRow[] = []

const publishedText = () =>
  database()
    .execute(sql`select number, month, windows::text from publication order by number`)
    .then(({ rows }) => JSON.stringify(rows))

async function publishAll() {
  for (const month of months) {
    const { position } = await findLastPosition(database())
    const moment = new Date('2024-05-12T01:00:00Z')
    await database().transaction((tx) => publishMonths(tx, [{ month, position, at: moment }]))
    const { rows } = await database().execute(sql`
      select rung, month, company_id as "companyId", financier_id as "financierId", financier_kind as "financierKind",
        class, contract_key as "contractKey", amount_fen::float8 as "amountFen", district, zone, chains,
        contract_no is not null and state in ('confirmed', 'verified') as "isEvidenced"
      from service where month = ${month} and rung in (5, 6) and state not in ('voided', 'disputed')`)
    publishedRows.push(...(rows as unknown as PublishedRow[]))
    // Between publications the ledger goes on: late rows of months that are published, and words on old ones.
    if (month % 100 === 3) await goOn(month)
  }
}

async function goOn(month: number) {
  const of = { companyId: cast.company.id, financierId: cast.financier.id }
  await makeService(database(), of, 'reported', {
    happenedOn: `${String(month).slice(0, 4)}-02-11`,
    amountFen: 8_500 * WAN,
    recordedAt: NOW,
  })
  const last = new Map(ledger.words.map((word) => [word.serviceId, word]))
  ledger.words.push(
    ...(await addWords(
      database(),
      ledger.rows,
      last,
      dice(month),
      8,
      new Date('2024-05-12T00:00:00Z'),
    )),
  )
}

beforeAll(async () => {
  cast = await makeCast(database())
  ledger = await writeLedger(database(), 20240515, 500)
})

test('a month is due at nine on the twelfth of the next, after the one before', async () => {
  expect(dueAt(202405)).toEqual(new Date('2024-06-12T01:00:00Z'))
  expect(dueAt(202312)).toEqual(new Date('2024-01-12T01:00:00Z'))
  const due = async (now: string) =>
    (await listDueMonths(database(), new Date(now))).map(({ id }) => Number(id))
  expect(await due('2024-05-12T00:59:59Z')).toEqual(months.slice(0, -1))
  expect(await due('2024-05-12T01:00:00Z')).toEqual(months)
  expect(await findNextMonth(database())).toBe(202301)
})

test('no clock publishes a month that is due: it waits for its report', async () => {
  await rolledBack(database(), async (tx) => {
    await runClocks(at(new Date('2024-05-12T01:00:00Z'), tx))
    expect(await tx.$count(publication)).toBe(0)
  })
})

test('of an empty ledger nothing is published, nor of one that began after the day', async () => {
  await rolledBack(database(), async (tx) => {
    const late = new Date('2023-01-01T00:00:00Z')
    expect(await listDueMonths(tx, late)).toEqual([])
  })
})

describe('once published', () => {
  beforeAll(publishAll, 120_000)

  test('each month has a number, a position and its moment, in order', async () => {
    const rows = await database().select().from(publication).orderBy(publication.number)
    expect(rows.map(({ month }) => month)).toEqual(months)
    expect(rows.map(({ number }) => number)).toEqual(months.map((_, index) => index + 1))
    for (const [index, row] of rows.entries()) {
      expect(row.windows.map(({ from, to }) => ({ from, to }))).toEqual(windowsOf(row.month))
      expect(row.position).toBeGreaterThanOrEqual(rows[index - 1]?.position ?? 1)
    }
    expect(await findPublication(database())).toMatchObject({
      number: months.length,
      month: 202404,
    })
    expect(await findPublication(database(), 3)).not.toHaveProperty('position')
    expect(await findPublication(database(), 99)).toBeNull()
  })

  test('figures are those that officials read of the months as they were', async () => {
    const [first] = await database().select().from(publication).orderBy(publication.number).limit(1)
    const totals = await countTotals(inWholeCity({ ...at(NOW), actor: { audience: 'public' } }), {
      period: { from: 202301, to: 202301 },
      definition: defaultDefinition,
      asOf: first?.position ?? 0,
    })
    const { companies, companyTimes, drawnFen, loans } = totals
    expect(first?.windows[0]?.totals).toMatchObject({ companies, companyTimes, drawnFen, loans })
  })

  test('all that anyone can read, added and subtracted, tells nothing of one or two companies', async () => {
    const windows: PublishedWindow[] = []
    for (const month of months)
      for (const period of windowsOf(month)) {
        const window = await readWindow(database(), period)
        if (window) windows.push(window)
      }
    for (const year of [2023, 2024]) {
      const rows = publishedRows.filter(({ month }) => Math.floor(month / 100) === year)
      const own = windows.filter(({ to }) => Math.floor(to / 100) === year)
      for (const [name, system] of Object.entries(systemsOf(rows, answersOf(rows, own))))
        expect([year, name, pinned(system)]).toEqual([year, name, null])
    }
  }, 240_000)

  test('what comes later changes nothing of it, in any number of it', async () => {
    const before = await publishedText()
    await goOn(202305)
    await runClocks(at(new Date('2024-05-20T01:00:00Z')))
    expect(await publishedText()).toBe(before)
    expect(await listDueMonths(database(), new Date('2024-05-20T01:00:00Z'))).toEqual([])
    // A late row of a published month is not in a later window either.
    const { position } = await findLastPosition(database())
    expect(position).toBeGreaterThan(0)
    const window = await readWindow(database(), { from: 202301, to: 202312 })
    const rows = publishedRows.filter((row) => row.rung === 6 && row.month <= 202312)
    if (window?.totals) expect(window.totals.companyTimes).toBe(rows.length)
    expect(await database().$count(service)).toBeGreaterThan(500)
  })

  test('a table of months, and cuts with the year before', async () => {
    const table = await readPublicMonths(database(), { from: 202301, to: 202306 })
    expect(table.map(({ month }) => month)).toEqual(monthsOf({ from: 202301, to: 202306 }))
    const cut = await readPublicCut(database(), { from: 202401, to: 202403 }, 'class')
    expect(cut?.length).toBeGreaterThan(3)
    expect(await readPublicCut(database(), { from: 202401, to: 202404 }, 'class')).toBeNull()
    expect(await readWindow(database(), { from: 202402, to: 202403 })).toBeNull()
  })

  test('a publication is never changed', async () => {
    for (const statement of [
      sql`update publication set at = now()`,
      sql`update publication set windows = '[]'`,
      sql`delete from publication`,
    ]) {
      const refusal = await database()
        .execute(statement)
        .catch((error: unknown) => error)
      expect(sqlState(refusal)).toBe('23001')
    }
  })
})
