import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '@/db/client'
import { rolledBack, testDatabase } from '@/db/testing'
import { readWindow } from '../publication/queries'
import { makeCast, makeCompany, NOW, officialActor, type Cast } from '../testing/cast'
import { writeLedger } from '../testing/ledger'
import { makeService } from '../testing/rows'
import { value } from '../testing/value'
import { agreeReport } from './agree-report'
import { findSealed, listSealed, type SealedReport } from './queries'
import { returnReport } from './return-report'
import { saveReport } from './save-report'
import { sealReport } from './seal-report'

const database = testDatabase()
const MONTH = 202303
const silent = { noteZh: '', noteEn: '' }
const why = { noteZh: '银行补报了三月的放款。', noteEn: 'Banks reported loans of March late.' }

let cast: Cast

const as = (who: 'owner' | 'editor', db: Database = database()) => ({
  actor: officialActor(cast.authority, cast.of.authority[who], ['statistician']),
  now: NOW,
  db,
})

beforeAll(async () => {
  cast = await makeCast(database())
  await writeLedger(database(), 20230415, 300)
  const id = value(await saveReport(as('editor'), { month: MONTH }, silent))
  value(await sealReport(as('editor'), id, 1))
  value(await agreeReport(as('owner'), id, 2))
}, 120_000)

test('its writer is refused, another agrees, and only then it is published', () =>
  rolledBack(database(), async (db) => {
    const [writer, other] = [as('editor', db), as('owner', db)]
    const id = value(await saveReport(writer, { month: 202304 }, silent))
    value(await sealReport(writer, id, 1))
    expect(await agreeReport(writer, id, 2)).toMatchObject({ refusal: 'second-official' })
    expect(await agreeReport(other, id, 1)).toMatchObject({ refusal: 'report-changed' })
    const period = { from: 202301, to: 202304 }
    expect(await readWindow(db, period)).toBeNull()
    expect(await findSealed(db, { month: 202304, edition: null })).toBeNull()
    value(await agreeReport(other, id, 2))
    const report = await findSealed(db, { month: 202304, edition: null })
    expect(report?.data.totals).toEqual((await readWindow(db, period))?.totals)
    expect(report?.data).toMatchObject({ publication: 4, edition: 1 })
    expect(JSON.stringify(report?.data)).not.toContain('position')
  }))

test('whoever changed a returned draft last is no second person for it', () =>
  rolledBack(database(), async (db) => {
    const [writer, other] = [as('editor', db), as('owner', db)]
    const id = value(await saveReport(writer, { month: 202304 }, silent))
    value(await sealReport(writer, id, 1))
    value(await returnReport(other, id, 'Say what changed'))
    value(await saveReport(other, { id }, why))
    value(await sealReport(writer, id, 4))
    expect(await agreeReport(other, id, 5)).toMatchObject({ refusal: 'second-official' })
  }))

test('months are sealed in their order, once each, and not before they end', async () => {
  const save = (month: number) => saveReport(as('editor'), { month }, silent)
  expect(await save(202305)).toMatchObject({ refusal: 'month-not-next' })
  expect(await save(202405)).toMatchObject({ refusal: 'month-not-ended' })
  expect(await save(MONTH)).toMatchObject({ refusal: 'revision-why' })
  expect((await listSealed(database())).map(({ month }) => month)).toEqual([MONTH])
  // The first report there is publishes the months before it too.
  expect(await readWindow(database(), { from: 202301, to: 202301 })).not.toBeNull()
})

test('what is proposed keeps its figures, whatever comes before another agrees', () =>
  rolledBack(database(), async (db) => {
    const [writer, other] = [as('editor', db), as('owner', db)]
    const id = value(await saveReport(writer, { month: 202304 }, silent))
    value(await sealReport(writer, id, 1))
    const { rows } = await db.execute(sql`select data from report where id = ${id}`)
    for (let made = 0; made < 5; made++) {
      const of = { companyId: (await makeCompany(db)).id, financierId: cast.financier.id }
      await makeService(db, of, 'reported', { happenedOn: '2023-04-11', recordedAt: NOW })
    }
    await db.execute(sql`set constraints all immediate`)
    value(await agreeReport(other, id, 2))
    const report = await findSealed(db, { month: 202304, edition: null })
    const proposed = rows[0]?.data as SealedReport['data']
    expect(report?.data.totals).toEqual(proposed.totals)
  }))
