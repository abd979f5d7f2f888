import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, inject } from 'vitest'
import { connect, type Database } from './client'
import { addressOf, onServer } from './testing-address'

/**
 * A migrated, empty database for one test file, gone after it: call it once at the top of the file, and the answer
 * inside a test. It is a copy of a template, so that it costs a tenth of a second.
 */
export function testDatabase(): () => Database {
  const { url, template } = inject('testServer')
  const name = `${template}_${randomBytes(6).toString('hex')}`
  let connection: ReturnType<typeof connect> | undefined

  beforeAll(async () => {
    await onServer(url, `create database ${name} template ${template} strategy file_copy`)
    connection = connect(addressOf(url, name))
  })
  afterAll(async () => {
    await connection?.close()
    await onServer(url, `drop database if exists ${name} with (force)`)
  })
  return () => {
    if (connection === undefined)
      throw new Error('testDatabase() answers inside tests and hooks only')
    return connection.db
  }
}

class RolledBack extends Error {}

/** Runs a test's work in a transaction that never commits; what the work answers or throws comes through. */
export async function rolledBack<Answer>(
  db: Database,
  work: (tx: Database) => Promise<Answer>,
): Promise<Answer> {
  let answer: { value: Answer } | undefined
  try {
    await db.transaction(async (tx) => {
      answer = { value: await work(tx) }
      throw new RolledBack()
    })
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error
  }
  if (answer === undefined) throw new Error('the work gave no answer')
  return answer.value
}
