import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rolledBack, testDatabase } from '@/db/testing'
import type { Database } from '@/db/client'
import { newId } from '@/domain/id'
import { enqueue, listBeingJudged, queueNames, ROUNDS_QUEUE } from './queue'

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

test('a need is being judged until the last judgement that was asked for is made', () =>
  rolledBack(database(), async (tx) => {
    const [own, other] = [newId(), newId()]
    const being = async () => [...(await listBeingJudged(tx, 'judge-need', [own, other]))]
    const end = (state: string) =>
      tx.execute(sql`update pgboss.job set state = ${sql.raw(`'${state}'`)}, created_on = created_on - interval '1 s'
        where data->>'needId' = ${own}`)
    expect(await being()).toEqual([])
    await enqueue(tx, 'judge-need', { needId: own })
    expect(await being()).toEqual([own])
    await end('active')
    expect(await being()).toEqual([own])
    await end('completed')
    expect(await being()).toEqual([])
    await enqueue(tx, 'judge-need', { needId: own })
    expect(await being()).toEqual([own])
    await end('failed')
    expect(await being()).toEqual([own])
  }))
