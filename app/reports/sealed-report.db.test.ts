import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { service } from '@/db/schema'
import { rolledBack, testDatabase } from '@/db/testing'
import type { Database } from '@/db/client'
import { sqlState } from '@/domain/context'
import { readFile } from '@/domain/report/files'
import { findSealed, listSealed, type SealedReport } from '@/domain/report/queries'
import { reportFiles, type ReportFileName, type SealedKind } from '@/domain/report/report'
import { readWindow } from '@/domain/publication/queries'
import { agreeReport } from '@/domain/report/agree-report'
import { saveReport } from '@/domain/report/save-report'
import { sealReport } from '@/domain/report/seal-report'
import { makeCast, makeCompany, NOW, officialActor, type Cast } from '@/domain/testing/cast'
import { writeLedger } from '@/domain/testing/ledger'
import { makeService, WAN } from '@/domain/testing/rows'
import { value } from '@/domain/testing/value'
import { filesOf } from './report-files'
import { verifyFiles, type GivenFiles } from './verify-files'
import { verifyReport } from './verify-report'

const database = testDatabase()
const MONTH = 202303
const silent = { noteZh: '', noteEn: '' }
const why = { noteZh: '银行补报了三月的放款。', noteEn: 'Banks reported loans of March late.' }

let cast: Cast
let sealed: SealedReport

const as = (who: 'owner' | 'editor', db: Database = database()) => ({
  actor: officialActor(cast.authority, cast.of.authority[who], ['statistician']),
  now: NOW,
  db,
})
type Official = ReturnType<typeof as>

/** Written and proposed by one, agreed by the other. */
async function seal(writer: Official, other: Official, month: number, note = silent) {
  const id = value(await saveReport(writer, { month }, note))
  value(await sealReport(writer, id, 1))
  value(await agreeReport(other, id, 2))
  return id
}

beforeAll(async () => {
  cast = await makeCast(database())
  await writeLedger(database(), 20230415, 400)
  await seal(as('editor'), as('owner'), MONTH)
  const found = await findSealed(database(), { month: MONTH, edition: null })
  if (!found) throw new Error('nothing was sealed')
  sealed = found
  await filesOf(as('editor'), sealed)
}, 120_000)

const faultsNow = async (db: Database = database()) =>
  (await verifyReport({ db, now: NOW }, sealed)).faults

/** Late rows of the sealed months, each of a company of its own. */
async function addLate(db: Database, count: number, companies: number) {
  const ids = []
  for (let at = 0; at < companies; at++) ids.push((await makeCompany(db)).id)
  for (let at = 0; at < count; at++)
    await makeService(
      db,
      { companyId: ids[at % companies] ?? '', financierId: cast.financier.id },
      'reported',
      { happenedOn: '2023-03-11', amountFen: (at + 1) * WAN, recordedAt: NOW },
    )
}

describe('verification', () => {
  test('finds the report, its files and the ledger as they were sealed', async () => {
    expect(await faultsNow()).toEqual([])
  })

  test('the files alone are enough, and each names the digest of the data', async () => {
    const files = await readAll()
    expect(verifyFiles(files, true)).toMatchObject({ faults: [] })
    expect(verifyFiles({ ...files, 'en.pdf': undefined }, true).faults).toEqual([
      { code: 'file-missing', file: 'en.pdf' },
    ])
    expect(verifyFiles({ 'zh.pdf': files['zh.pdf'] }).faults).toEqual([
      { code: 'file-missing', file: 'report.json' },
    ])
  })

  test.each(reportFiles)('a byte changed anywhere in %s is found and named', async (name) => {
    const files = await readAll()
    const whole = files[name] ?? new Uint8Array()
    for (let step = 0; step < 40; step++) {
      const bytes = Uint8Array.from(whole)
      const at = Math.floor((step / 40) * bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      const { faults } = verifyFiles({ ...files, [name]: bytes }, true)
      expect(faults.length, `${name} at ${at}`).toBeGreaterThan(0)
      if (name !== 'report.json') expect(faults[0]).toMatchObject({ file: name })
    }
  })

  test('another report’s JSON does not make a PDF its own', async () => {
    const files = await readAll()
    const json = JSON.parse(Buffer.from(files['report.json'] ?? []).toString('utf8'))
    json.data.totals.companies += 1
    const forged = { ...files, 'report.json': Buffer.from(`${canonicalOf(json)}\n`) }
    expect(verifyFiles(forged).faults).toContainEqual({ code: 'data-digest' })
  })

  const behindItsBack: [what: string, act: (db: Database) => Promise<unknown>, code: string][] = [
    [
      'an amount of the ledger',
      (db) => changeOne(db, 'entry', sql`amount_fen = amount_fen + 1`),
      'entry-changed',
    ],
    [
      'a name of a contract',
      (db) => changeOne(db, 'entry', sql`contract_key = contract_key || '1'`),
      'entry-changed',
    ],
    ['a mark', (db) => changeOne(db, 'mark', sql`words = 'other'`), 'mark-changed'],
    [
      'a mark’s day',
      (db) => changeOne(db, 'mark', sql`at = at + interval '1 microsecond'`),
      'mark-changed',
    ],
    ['the state of an entry', (db) => changeOne(db, 'entry', sql`state = 'voided'`), 'entry-state'],
  ]
  test.each(behindItsBack)('%s changed behind its back is found by name', (_, act, code) =>
    rolledBack(database(), async (db) => {
      const changed = await act(db)
      const faults = await faultsNow(db)
      expect(faults).toEqual([expect.objectContaining({ code, row: String(changed) })])
    }),
  )

  test('a mark that is gone, or was slipped in, is found by name', () =>
    rolledBack(database(), async (db) => {
      await db.execute(sql`alter table service_mark disable trigger user`)
      const { rows } = await db.execute<{ id: string }>(sql`
        delete from service_mark where id = (select m.id from service_mark m join sealed_row s on s.kind = 'mark'
          and s.row_id = m.id::text order by m.id limit 1) returning id`)
      const faults = await faultsNow(db)
      expect(faults).toContainEqual(
        expect.objectContaining({ code: 'mark-gone', row: String(rows[0]?.id) }),
      )
    }))

  test('the sealed data themselves, and the kept hashes, are found', () =>
    rolledBack(database(), async (db) => {
      await db.execute(sql`alter table report disable trigger user`)
      await db.execute(sql`alter table sealed_row disable trigger user`)
      await db.execute(sql`update report set digest = repeat('0', 64)`)
      await db.execute(
        sql`update sealed_row set hash = '\\x00' where row_id = (select row_id from sealed_row order by 1 limit 1)`,
      )
      const [other] = await listSealed(db)
      const { faults } = await verifyReport({ db, now: NOW }, other as SealedReport)
      const codes = faults.map(({ code }) => code)
      expect(codes).toContain('data-digest')
      expect(codes).toContain('root')
    }))

  test('a file changed where it is kept is found', () =>
    rolledBack(database(), async (db) => {
      await db.execute(sql`alter table report_file disable trigger user`)
      await db.execute(
        sql`update report_file set bytes = set_byte(bytes, 2000, get_byte(bytes, 2000) # 1) where name = 'zh.pdf'`,
      )
      expect(await faultsNow(db)).toEqual([{ code: 'file-digest', file: 'zh.pdf' }])
    }))

  test('the database itself refuses to change what is sealed', async () => {
    for (const statement of [
      sql`update report set note_zh = 'other'`,
      sql`delete from report`,
      sql`update report_file set digest = ''`,
      sql`delete from report_file`,
      sql`update sealed_row set hash = ''`,
      sql`delete from sealed_row`,
      sql`update seal_key set key = ''`,
    ]) {
      const refusal = await database()
        .execute(statement)
        .catch((error: unknown) => error)
      expect(sqlState(refusal)).toBe('23001')
    }
  })
})

describe('a later word', () => {
  test('of two companies is no revision; of three it is one, that says why', () =>
    rolledBack(database(), async (db) => {
      const [writer, other] = [as('editor', db), as('owner', db)]
      await db.execute(sql`select set_config('kerong.ledger_commit', '', true)`)
      const id = value(await saveReport(writer, { month: MONTH }, why))
      expect(await sealReport(writer, id, 1)).toMatchObject({ refusal: 'revision-same' })
      await addLate(db, 2, 2)
      await placed(db)
      expect(await sealReport(writer, id, 1)).toMatchObject({ refusal: 'revision-few' })
      await addLate(db, 1, 1)
      await placed(db)
      value(await sealReport(writer, id, 1))
      value(await agreeReport(other, id, 2))
      const report = await findSealed(db, { month: MONTH, edition: null })
      const before = sealed.data.totals
      expect(report?.data).toMatchObject({
        edition: 2,
        totals: { companies: (before?.companies ?? 0) + 3 },
        revises: { edition: 1, totals: { companies: before?.companies } },
        note: { zh: why.noteZh },
      })
      // What was published stays, for whoever asks by its edition and in every other figure.
      expect(await findSealed(db, { month: MONTH, edition: 1 })).toEqual(sealed)
      expect((await readWindow(db, { from: 202301, to: MONTH }))?.totals).toEqual(before)
      expect(await faultsNow(db)).toEqual([])
    }))
})

describe('after a thousand later entries', () => {
  beforeAll(() => addLate(database(), 1_000, 40), 120_000)
  afterAll(async () => {
    expect(await database().$count(service)).toBe(1_400)
  })

  test('it verifies as before, and says what it said', async () => {
    expect(await faultsNow()).toEqual([])
    expect(await findSealed(database(), { month: MONTH, edition: 1 })).toEqual(sealed)
  })
})

const readAll = async (): Promise<GivenFiles> =>
  Object.fromEntries(
    await Promise.all(
      reportFiles.map(async (name): Promise<[ReportFileName, Buffer]> => [
        name,
        (await readFile(database(), sealed.id, name)) ?? Buffer.alloc(0),
      ]),
    ),
  )

const canonicalOf = (json: unknown) => JSON.stringify(json)

/** What a transaction wrote so far gets its position, as if it ended here. */
async function placed(db: Database) {
  await db.execute(sql`set constraints all immediate`)
  await db.execute(sql`set constraints all deferred`)
  await db.execute(sql`select set_config('kerong.ledger_commit', '', true)`)
}

const tableOf = { entry: sql`service`, mark: sql`service_mark` }

/** Changes a sealed row as nobody may, and answers its id. */
async function changeOne(db: Database, kind: SealedKind, change: SQL) {
  await db.execute(sql`alter table ${tableOf[kind]} disable trigger user`)
  const { rows } = await db.execute<{ id: string }>(sql`
    update ${tableOf[kind]} set ${change}
    where id::text = (select row_id from sealed_row where kind = ${kind} order by row_id limit 1) returning id`)
  return rows[0]?.id
}
