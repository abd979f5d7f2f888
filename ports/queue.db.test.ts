import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rolledBack, testDatabase } from '@/db/testing'
import type { Database } from '@/db/client'
import { enqueue, queueNames, ROUNDS_QUEUE } from './queue'

const database = testDatabase()
const needId = '0190b5b8-0000-7000-8000-000000000001'
const jobs = async (db: Database) =>
  (
    await db.execute<{ name: string; state: string; needId: string }>(
      sql`select name, state, data->>'needId' as "needId" from pgboss.job order by created_on`,
    )
  ).rows

test('every queue is there after the migration', async () => {
  const { rows } = await database().execute(sql`select name from pgboss.queue order by name`)
  expect(rows.map(({ name }) => name)).toEqual([...queueNames, ROUNDS_QUEUE].sort())
})

test('a rollback leaves no job', async () => {
  const inside = await rolledBack(database(), async (tx) => {
    await enqueue(tx, 'judge-need', { needId })
    return jobs(tx)
  })
  expect(inside).toEqual([{ name: 'judge-need', state: 'created', needId }])
  expect(await jobs(database())).toEqual([])
})

test('a commit leaves the job, seen by nobody before', async () => {
  const db = database()
  await db.transaction(async (tx) => {
    await enqueue(tx, 'judge-need', { needId })
    expect(await jobs(db)).toEqual([])
  })
  expect(await jobs(db)).toEqual([{ name: 'judge-need', state: 'created', needId }])
})
