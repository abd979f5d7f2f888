import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rolledBack, testDatabase } from './testing'

const database = testDatabase()
const countQueues = async (db: ReturnType<typeof database>) =>
  (await db.execute(sql`select count(*)::int as n from drizzle.__drizzle_migrations`)).rows[0]

test('a test database is migrated and takes Chinese text', async () => {
  const { rows } = await database().execute(sql`select '科融' as name, ${'𠮷'} as rare`)
  expect(rows).toEqual([{ name: '科融', rare: '𠮷' }])
})

test('what rolledBack writes is gone afterwards, and its answer comes through', async () => {
  const before = await countQueues(database())
  const inside = await rolledBack(database(), async (tx) => {
    await tx.execute(sql`delete from drizzle.__drizzle_migrations`)
    return countQueues(tx)
  })
  expect(inside).toEqual({ n: 0 })
  expect(await countQueues(database())).toEqual(before)
})

test('an error in rolledBack comes through', async () => {
  const failing = rolledBack(database(), () => Promise.reject(new Error('mine')))
  await expect(failing).rejects.toThrow('mine')
})
