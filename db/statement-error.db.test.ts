import { eq, sql } from 'drizzle-orm'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { connect, type Database } from './client'
import { member, organisation } from './schema'
import { newId } from '@/domain/id'
import { testDatabase } from './testing'

const db = testDatabase()
const secret = 'canary-029-88880000'

async function errorOf(work: (db: Database) => Promise<unknown>): Promise<Error> {
  const error = await work(db()).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Error)) throw new Error('nothing was thrown')
  return error
}

const row = {
  id: newId(),
  state: 'known',
  name: secret,
  uscc: secret,
  createdAt: new Date(),
} as const

describe('of a statement that failed nothing tells a value', () => {
  test.each<[string, string, (db: Database) => Promise<unknown>]>([
    ['a NUL in a text', '22021', (db) => db.execute(sql`select ${`${secret}\0`}::text`)],
    ['a text that is no number', '22P02', (db) => db.execute(sql`select ${secret}::int`)],
    [
      'a key that is there',
      '23505',
      (db) =>
        db.transaction(async (tx) => {
          await tx.execute(sql`create temporary table held (k text primary key) on commit drop`)
          await tx.execute(sql`insert into held values (${secret}), (${secret})`)
        }),
    ],
    [
      'a kind that is none',
      '23514',
      (db) => db.insert(organisation).values({ ...row, kind: secret as 'company' }),
    ],
  ])('%s', async (_, code, work) => {
    const error = await errorOf(work)
    expect(error).toMatchObject({ name: 'StatementError', code })
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret)
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toContain(secret)
  })
})

test('a text that is no id is the id of nothing', async () => {
  for (const id of [secret, '', 'hasOwnProperty', `${newId()}0`, { toString: () => newId() }, 7])
    expect(
      await db()
        .select()
        .from(member)
        .where(eq(member.id, id as string)),
    ).toEqual([])
})

test('a server that does not answer is away, and says so by a digest', async () => {
  const { db, close } = connect(`postgres://kerong:${secret}@127.0.0.1:1/kerong`)
  const fails = [
    () => db.execute(sql`select 1`),
    () => db.transaction((tx) => tx.execute(sql`select 1`)),
  ]
  for (const one of fails) {
    const error = await one().catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'DatabaseAway', digest: 'database-away' })
    expect(inspect(error, { depth: 9 })).not.toContain(secret)
  }
  await close()
})

test('a backend that is ended in a transaction ends that transaction alone', async () => {
  const ended = db().transaction(async (tx) => {
    const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    await db().execute(sql`select pg_terminate_backend(${rows[0]?.pid})`)
    await tx.execute(sql`select 1`)
  })
  await expect(ended).rejects.toMatchObject({ name: 'DatabaseAway' })
  expect((await db().execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }])
})
