import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { startThrowAway } from '../scripts/postgres/throw-away.mjs'
import { probe } from '../scripts/postgres/binaries.mjs'
import { migrateDatabase } from './migrate'
import { addressOf, onServer } from './testing-address'

/**
 * One server for a run of the database tests: TEST_DATABASE_URL's (its user must be allowed to create databases), else a
 * throw-away one, of npm's binaries or those in TEST_POSTGRES_BIN. The template is migrated once.
 */
export default async function startTestServer(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL
  const server = given
    ? { url: given, stop: async () => {} }
    : await startThrowAway(process.cwd(), chosenBinaries())
  const template = `kerong_test_${randomBytes(4).toString('hex')}`
  await onServer(server.url, `create database ${template}`)
  await migrateDatabase(addressOf(server.url, template))
  project.provide('testServer', { url: server.url, template })
  return async () => {
    await onServer(server.url, `drop database if exists ${template} with (force)`)
    await server.stop()
  }
}

function chosenBinaries() {
  const bin = process.env.TEST_POSTGRES_BIN
  if (!bin) return undefined
  const major = probe(bin)
  if (major === undefined) throw new Error(`no PostgreSQL runs in ${bin}`)
  return { bin, major }
}
