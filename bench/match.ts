import { parseArgs } from 'node:util'
import { connect } from '../db/client'
import { migrateDatabase } from '../db/migrate'
import { addressOf, onServer } from '../db/testing-address'
import { startThrowAway } from '../scripts/postgres/throw-away.mjs'
import { root } from '../scripts/start/steps.mjs'
import { benchEligible } from './match/eligible'
import { benchLeads } from './match/leads'
import { loadNeeds } from './match/load'
import { loadProducts } from './match/load-products'
import { Disagreement } from './match/measure'
import { benchPages } from './match/pages'
import { benchPreview } from './match/preview'
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
  // Of the database, and not of a connection: one that idles while another variant is asked is closed, and opened anew.
  await onServer(server, 'alter database bench set max_parallel_workers_per_gather = 0')
  await migrateDatabase(url)
  await step(`Loading ${count.needs.toLocaleString('en')} open needs`, () =>
    loadNeeds(url, count.needs),
  )
  const { db, close } = connect(url, 1)
  const scan = connect(url, 1)
  try {
    console.log('One processor a query, as for a page; every variant alike, but where it says so')
    await measure('Product → its top leads', () => benchLeads({ db, scan: scan.db }, count, small))
    await measure('All open needs, page by page', () => benchPages(db, count.needs, small))
    await measure('Two characters of a name', () => benchSearch(db, count.needs, small))
    await step('Loading the products', () => loadProducts(db, count.products))
    await measure('A need → its preview and near misses', () => benchPreview(db, count, small))
  } finally {
    await scan.close()
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
  const late = rows.reduce((sum, { timedOut }) => sum + (timedOut?.answers ?? 0), 0)
  console.log(
    `every variant gives the same answers${late === 0 ? '' : `, but for ${late} that timed out`}; ${missed.length} of ${rows.length} missed their reach`,
  )
  return small ? late === 0 : missed.length === 0
}

try {
  process.exitCode = (await run()) ? 0 : 1
} catch (error) {
  if (!(error instanceof Disagreement)) throw error
  console.error(error.message)
  process.exitCode = 1
}
