import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { connect } from '../db/client'
import { migrateDatabase } from '../db/migrate'
import { addressOf, onServer } from '../db/testing-address'
import { startThrowAway } from '../scripts/postgres/throw-away.mjs'
import { root } from '../scripts/start/steps.mjs'
import { benchEligible } from './match/eligible'
import { benchLeads } from './match/leads'
import { loadNeeds } from './match/load'
import { Disagreement } from './match/measure'
import { benchPages } from './match/pages'
import { benchSearch } from './match/search'
import { keepRows, printRow, type Row } from './row'

/**
 * Matching at the size of a large city, each work beside its peers in the same run on the same rows, with the application's
 * own code. Every variant must give the same answers; `--small` asks for nothing else.
 */
const { values } = parseArgs({
  options: { json: { type: 'string' }, small: { type: 'boolean', default: false } },
})
const { small } = values
const count = small ? { needs: 5_000, products: 400 } : { needs: 1_000_000, products: 20_000 }
const rows: Row[] = []

async function step<Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> {
  const since = performance.now()
  console.log(name)
  const answer = await work()
  console.log(`  · ${((performance.now() - since) / 1_000).toFixed(1)} s`)
  return answer
}

async function measure(name: string, work: () => Promise<Row[]>): Promise<void> {
  const found = await step(name, work)
  found.forEach(printRow)
  rows.push(...found)
}

async function onDatabase(server: string): Promise<void> {
  await onServer(server, 'create database bench')
  const url = addressOf(server, 'bench')
  await migrateDatabase(url)
  await step(`Loading ${count.needs.toLocaleString('en')} open needs`, () =>
    loadNeeds(url, count.needs),
  )
  const { db, close } = connect(url, 1)
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  // It has ended before its connection is closed: the server may stop in between.
  pool.on('error', () => undefined)
  try {
    console.log('One processor a query, as for a page; every variant alike, but where it says so')
    await db.execute(sql`set max_parallel_workers_per_gather = 0`)
    await pool.query('set max_parallel_workers_per_gather = 0')
    await measure('Product → its top leads', () => benchLeads({ db, pool }, count, small))
    await measure('All open needs, page by page', () => benchPages(db, count.needs, small))
    await measure('Two characters of a name', () => benchSearch(db, count.needs, small))
  } finally {
    await pool.end()
    await close()
  }
}

async function run(): Promise<boolean> {
  await measure('Need → all eligible products', () => benchEligible(count, small))
  const server = await startThrowAway(root)
  try {
    await onDatabase(server.url)
  } finally {
    await server.stop()
  }
  keepRows(rows, values.json)
  const missed = rows.filter(({ ok }) => !ok)
  console.log(
    `every variant gives the same answers; ${missed.length} of ${rows.length} missed their reach`,
  )
  return small || missed.length === 0
}

try {
  process.exitCode = (await run()) ? 0 : 1
} catch (error) {
  if (!(error instanceof Disagreement)) throw error
  console.error(error.message)
  process.exitCode = 1
}
