import { Readable } from 'node:stream'
import { inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connect, type Database } from '@/db/client'
import { service } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { addressOf } from '@/db/testing-address'
import type { OfficialActor } from '../actor'
import { importServices } from '../bank-file/import-services'
import { addDays } from '../calendar/calendar'
import { sqlState, transact, type Context } from '../context'
import { newId } from '../id'
import { confirmService } from '../ledger/confirm-service'
import { disputeService } from '../ledger/dispute-service'
import { findLastPosition, findPosition, findPositionBefore } from '../ledger/positions'
import { reportService } from '../ledger/report-service'
import { verifyService } from '../ledger/verify-service'
import { correctService } from '../moves/correct-service'
import { voidService } from '../moves/void-service'
import { ok } from '../result'
import { makeCast, mainActors, NOW } from '../testing/cast'
import { expectCellsKept } from '../testing/cells'
import { dice } from '../testing/ledger'
import { makeService, WAN } from '../testing/rows'
import { reported } from '../testing/attempts-service'
import { usccCheckCharacter } from '../uscc/uscc'
import { countBy, countByMonth, countTotals, meanRate } from './count'
import {
  countCompaniesServed,
  countRowsBehind,
  listCompaniesServed,
  listServicesInScope,
} from './rows-behind'
import { companySets, defaultDefinition, definitions, dimensions, type Question } from './totals'

const CONNECTIONS = 20
const database = testDatabase()
let many: ReturnType<typeof connect>
/** Who reads waits for nobody who writes. */
let readers: ReturnType<typeof connect>
let cast: Awaited<ReturnType<typeof makeCast>>
let who: ReturnType<typeof mainActors>

beforeAll(async () => {
  const { rows } = await database().execute<{ name: string }>(
    sql`select current_database() as name`,
  )
  const address = addressOf(inject('testServer').url, rows[0]?.name ?? '')
  many = connect(address, CONNECTIONS)
  readers = connect(address, 6)
  cast = await makeCast(database())
  who = mainActors(cast)
})
afterAll(() => Promise.all([many.close(), readers.close()]))

/** A slow disk: some time goes by between the position of a transaction and the moment at which it can be seen. */
beforeAll(async () => {
  await database().execute(sql`
    create function wait_for_disk() returns trigger language plpgsql as $$
    begin perform pg_sleep(random() * 0.008); return null; end $$`)
  await database().execute(sql`
    create constraint trigger zz_disk after insert on ledger_commit deferrable initially deferred
    for each row execute function wait_for_disk()`)
})

/** By the clock on the wall, as the application runs. */
const as = <Who>(actor: Who, db: Database = many.db) => ({ actor, now: new Date(), db })

const code = (number: number) => {
  const first = `91619999R${String(number).padStart(8, '0')}`
  return `${first}${usccCheckCharacter(first)}`
}
let reports = 0
const report = (db?: Database, month = '2024-04') =>
  reportService(as(who.financier, db), {
    ...reported,
    uscc: code(reports % 60),
    companyName: `Company ${reports % 60}`,
    contractNo: `HT-CROSS-${++reports}`,
    happenedOn: `${month}-${String(1 + (reports % 28)).padStart(2, '0')}`,
    amountFen: (10 + reports) * WAN,
    firstLoan: reports % 5 === 0,
  })

const question = (asOf: number | null): Question => ({
  period: { from: 202401, to: 202405 },
  definition: defaultDefinition,
  asOf,
})

/** Every figure and list of a position, each read on its own, as a page reads them. */
async function read(asOf: number | null) {
  const city: Context<OfficialActor> = as(who.statistician, readers.db)
  const asked = question(asOf)
  return {
    totals: await Promise.all(
      definitions.map((definition) => countTotals(city, { ...asked, definition })),
    ),
    rate: await meanRate(city, asked),
    months: await countByMonth(city, asked),
    cuts: await Promise.all(dimensions.map((one) => countBy(city, asked, one))),
    rows: await Promise.all(
      (['counted', 'drawn', 'granted', 'first-loans', 'disputed', 'all'] as const).map((set) =>
        countRowsBehind(city, asked, set),
      ),
    ),
    states: (
      await listServicesInScope(city, asked, 'all', null, { most: 20_000, way: 'file' })
    ).map((row) => [row.id, row.stateThen, row.evidenced]),
    companies: await Promise.all(
      companySets.map(async (set) => [
        await countCompaniesServed(city, asked, set),
        await listCompaniesServed(city, asked, set, null),
      ]),
    ),
  }
}

/** Some figures and the last position, of one moment. */
function glance() {
  return readers.db.transaction(
    async (tx) => {
      const { position } = await findLastPosition(tx)
      return { position, figures: await glanceAt(position, tx) }
    },
    { isolationLevel: 'repeatable read' },
  )
}

async function glanceAt(position: number, db: Database = readers.db) {
  const city: Context<OfficialActor> = as(who.statistician, db)
  return [
    await countTotals(city, question(position)),
    await countRowsBehind(city, question(position), 'all'),
  ]
}

/** A bank's file of so many loans. */
function file(loans: number) {
  const lines = Array.from({ length: loans }, (_, index) => {
    const on = addDays('2024-01-03', index % 120).replaceAll('-', '/')
    return `${code(1_000 + (index % 900))},企业${index % 900},渭水银行,银行,信用贷款,HT-FILE-${index},${on},${60_000 + index},${on},${50_000 + index},12`
  })
  const headings =
    '统一社会信用代码,企业名称,金融机构,机构类型,融资方式,合同编号,授信日期,授信金额(元),放款日期,放款金额(元),期限(月)'
  return () => Readable.from([new TextEncoder().encode([headings, ...lines].join('\r\n'))])
}

test('of 1,000 transactions that cross on 20 connections, and an import among them, every reading reopens equal', async () => {
  const { roll, one } = dice(9)
  const of = { companyId: cast.company.id, financierId: cast.financier.id }
  const ids: string[] = []
  for (let made = 0; made < 150; made++)
    ids.push((await makeService(database(), of, 'reported', { amountFen: (made + 1) * WAN })).id)
  const acts = {
    report: () => report(),
    confirm: (id: string) => confirmService(as(who.company), id),
    dispute: (id: string) =>
      disputeService(as(who.company), id, { reason: 'not so', rightAmountFen: null }),
    verify: (id: string) => verifyService(as(who.statistician), id, 'seen'),
    void: (id: string) => voidService(as(who.statistician), id, 'twice'),
    correct: (id: string) =>
      correctService(
        as(who.statistician),
        id,
        { amountFen: roll(500) * WAN, happenedOn: '2024-03-04', contractNo: null },
        'mistyped',
      ),
  }
  const done: Record<string, number> = {}
  const readings: { position: number; figures: Awaited<ReturnType<typeof read>> }[] = []
  const readNow = async () => {
    const { position } = await findLastPosition(readers.db)
    readings.push({ position, figures: await read(position) })
  }
  const glances: Awaited<ReturnType<typeof glance>>[] = []
  let left = 1_000
  const worker = async () => {
    while (left-- > 0) {
      // Who reads is one of those who write: the others go on meanwhile.
      if (left % 125 === 0) await readNow()
      else if (left % 16 === 0) glances.push(await glance())
      const name = one(Object.keys(acts) as (keyof typeof acts)[])
      const answer = await acts[name](one(ids))
      if (answer.ok) done[name] = (done[name] ?? 0) + 1
      if (answer.ok && (name === 'report' || name === 'correct')) ids.push(answer.value)
    }
  }
  const imported = importServices(as({ audience: 'clock' as const }), {
    source: file(4_000),
    commit: true,
    skipBad: false,
  })
  await Promise.all(Array.from({ length: CONNECTIONS }, worker))
  expect(await imported).toMatchObject({ ok: true, value: { taken: 4_000 } })

  for (const name of Object.keys(acts)) expect([name, (done[name] ?? 0) > 20]).toEqual([name, true])
  expect(new Set(readings.map(({ position }) => position)).size).toBeGreaterThan(5)
  expect(
    new Set(readings.map(({ figures }) => JSON.stringify(figures.totals))).size,
  ).toBeGreaterThan(5)
  for (const { position, figures } of readings) expect(await read(position)).toEqual(figures)
  expect(new Set(glances.map(({ position }) => position)).size).toBeGreaterThan(40)
  for (const { position, figures } of glances) expect(await glanceAt(position)).toEqual(figures)
  const { position } = await findLastPosition(many.db)
  expect(await read(position)).toEqual(await read(null))
  await expectCellsKept(many.db)
}, 240_000)

test('what began first and can be seen last stands last, and nobody waits for it', async () => {
  const long = await import('node:timers/promises')
  const before = await findLastPosition(many.db)
  let began = () => {}
  const hasBegun = new Promise<void>((resolve) => (began = resolve))
  let end = () => {}
  const mayEnd = new Promise<void>((resolve) => (end = resolve))
  const slow = transact<string, never>(as(who.financier), async (tx) => {
    const written = await makeService(
      tx,
      { companyId: cast.company.id, financierId: cast.financier.id },
      'reported',
      { happenedOn: '2024-02-02', amountFen: 7 * WAN, recordedAt: new Date() },
    )
    began()
    await mayEnd
    return ok(written.id)
  })
  await hasBegun
  await long.setTimeout(20)
  expect(await report(many.db, '2024-02')).toMatchObject({ ok: true })
  const between = await findLastPosition(many.db)
  expect(between.position).toBe(before.position + 1)
  const figures = await read(between.position)
  const then = new Date()
  end()
  await slow
  const last = await findLastPosition(many.db)
  expect(last.position).toBe(between.position + 1)
  expect(await read(between.position)).toEqual(figures)
  expect(await read(last.position)).not.toEqual(figures)
  // A moment is of what could be seen by then.
  expect(await findPositionBefore(many.db, then)).toEqual(between)
  expect(await findPosition(many.db, between.position)).toEqual(between)
  expect(await findPosition(many.db, last.position + 1)).toBeNull()
})

test('rows and marks of one transaction come together, and what is undone leaves no position', async () => {
  const before = await findLastPosition(many.db)
  const of = { companyId: cast.company.id, financierId: cast.financier.id }
  const { id } = await makeService(many.db, of, 'reported', { recordedAt: NOW })
  const corrected = await correctService(
    as(who.statistician),
    id,
    { amountFen: WAN, happenedOn: '2024-03-05', contractNo: null },
    'mistyped',
  )
  expect(corrected).toMatchObject({ ok: true })
  const after = await findLastPosition(many.db)
  expect(after.position).toBe(before.position + 2)
  expect(await voidService(as(who.statistician), id, 'again')).toMatchObject({ ok: false })
  expect(await findLastPosition(many.db)).toEqual(after)
})

test('nothing joins a commit that has its position, and none is changed', async () => {
  const refused = async (run: Promise<unknown>) =>
    expect(sqlState(await run.catch((error: unknown) => error))).toBe('23001')
  const [old] = await many.db.select({ commitId: service.commitId }).from(service).limit(1)
  const of = { companyId: cast.company.id, financierId: cast.financier.id }
  await refused(makeService(many.db, of, 'reported', { id: newId(), ...old }))
  await refused(many.db.execute(sql`update ledger_commit set at = now()`))
  await refused(many.db.execute(sql`update ledger_commit set position = position + 1`))
  await refused(many.db.execute(sql`delete from ledger_commit`))
  const open = await many.db.execute(sql`select from ledger_commit where position is null`)
  expect(open.rows).toEqual([])
  expect(await many.db.$count(service, inArray(service.commitId, [0]))).toBe(0)
})
