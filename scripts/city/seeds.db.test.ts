import { getTableName, is, sql } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import type { Database } from '@/db/client'
import * as schema from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { hashPassword } from '@/domain/member/password'
import { expectLeadsKept } from '@/domain/testing/leads'
import type { Given } from './city'
import { addCompanies } from './companies'
import { addOfficials } from './officials'
import { demoPassword } from './personas'
import { fillIn } from './testing'
import { wakeCity } from './wake'
import { World } from './world'

const first = testDatabase()
const again = testDatabase()
const passwordHash = await hashPassword(demoPassword)
const given: Given = { seed: 7, today: '2027-02-14', share: 0.1, passwordHash }

/** Of each table its rows to the byte, without what is drawn anew in each database. */
async function digest(db: Database) {
  const digests: Record<string, unknown> = {}
  const tables = Object.values(schema).filter((one) => is(one, PgTable))
  for (const table of tables.filter((one) => one !== schema.catalogue)) {
    const { rows } = await db.execute(
      sql`select count(*)::int as rows, md5(string_agg(md5(t::text), '' order by t::text)) as bytes from ${table} as t`,
    )
    digests[getTableName(table)] = rows[0]
  }
  return digests
}

test('the same seed and day give the same bytes; in the Spring Festival of another year it is 320 too', async () => {
  await fillIn(first(), given)
  await fillIn(again(), given)
  const bytes = await digest(first())
  expect(await digest(again())).toEqual(bytes)
  const served = `select count(distinct company_id)::int as companies from service
    where rung = 6 and month between 202401 and 202405 and state not in ('disputed', 'voided')`
  expect((await again().execute(sql.raw(served))).rows).toEqual([{ companies: 320 }])
}, 480_000)

test('once awake its open needs are there as matching reads them, and nothing moves any more', async () => {
  const wake = () => again().transaction((tx) => wakeCity(tx, given.today))
  await wake()
  expect(await again().$count(schema.needIndex)).toBeGreaterThan(0)
  await expectLeadsKept(again(), given.today)
  expect(await wake()).toMatchObject({
    'moved by the clock': 0,
    'needs judged by the night': 0,
    'matches ranked by what the ledger tells': 0,
  })
}, 120_000)

test('another seed draws others', () => {
  const drawn = (seed: number) => {
    const world = new World(seed, given.today, passwordHash)
    addOfficials(world)
    addCompanies(world)
    return world.rows.organisation.map(({ name }) => name)
  }
  expect(drawn(7)).toEqual(drawn(7))
  expect(drawn(8)).not.toEqual(drawn(7))
})
