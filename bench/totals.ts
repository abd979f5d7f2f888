import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { connect, type Database } from '../db/client'
import { migrateDatabase } from '../db/migrate'
import { addressOf, onServer } from '../db/testing-address'
import { service } from '../db/schema'
import { chains } from '../domain/chain/chain'
import { renewCells } from '../domain/ledger/check-cells'
import { countedStates } from '../domain/ledger/ledger'
import { districts, zones } from '../domain/place/place'
import { classes } from '../domain/product/classes'
import { readTotals } from '../domain/totals/cells'
import * as byRows from '../domain/totals/count-rows'
import type { WholeCity } from '../domain/totals/reach'
import { addToMonth, defaultDefinition, type Cut, type Question } from '../domain/totals/totals'
import { startThrowAway } from '../scripts/postgres/throw-away.mjs'
import { root } from '../scripts/start/steps.mjs'
import { askBoth, demandSame, p50, p95, rowOf, type Measured } from './match/measure'
import { keepRows, printRow, type Row } from './row'
import { FIRST_YEAR, loadOrganisations, loadServices, MONTHS } from './totals/load'

/**
 * The totals of now at the size of a large city: distinct companies of random windows and single cuts from the cells, beside
 * COUNT(DISTINCT) over the rows in the same run, and what an entry costs that keeps them. The answers must be the same.
 */
const { values } = parseArgs({
  options: { json: { type: 'string' }, small: { type: 'boolean', default: false } },
})
const size = values.small
  ? { services: 20_000, questions: 100, whole: 20, entries: 200, file: 2_000 }
  : { services: 5_000_000, questions: 1_000, whole: 40, entries: 2_000, file: 50_000 }
const LOADED_AT_ONCE = 500_000
const rows: Row[] = []

async function step<Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> {
  const since = performance.now()
  console.log(name)
  const answer = await work()
  console.log(`  · ${((performance.now() - since) / 1_000).toFixed(1)} s`)
  return answer
}

/** The same numbers in every run. */
function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function drawQuestions(count: number): Question[] {
  const roll = dice(20_240_531)
  const first = FIRST_YEAR * 100 + 1
  return Array.from({ length: count }, () => {
    const [a, b] = [roll(MONTHS), roll(MONTHS)]
    const cuts: Cut[] = [
      {},
      { district: districts[roll(districts.length)]! },
      { zone: zones[roll(zones.length)]! },
      { chains: [chains[roll(chains.length)]!] },
      { class: classes[roll(classes.length)]! },
      { whiteListed: roll(2) === 0 },
    ]
    return {
      period: { from: addToMonth(first, Math.min(a, b)), to: addToMonth(first, Math.max(a, b)) },
      definition: defaultDefinition,
      asOf: null,
      cut: cuts[roll(cuts.length)]!,
    }
  })
}

/** What anybody would write who has no cells. */
async function countDistinct(db: Database, { period, cut = {} }: Question): Promise<number> {
  const where = [
    cut.district && sql`and district = ${cut.district}`,
    cut.zone && sql`and zone = ${cut.zone}`,
    cut.chains && sql`and chains @> ${sql.param(cut.chains)}::text[]`,
    cut.class && sql`and class = ${cut.class}`,
    cut.whiteListed !== undefined && sql`and white_listed = ${cut.whiteListed}`,
  ].filter((one) => typeof one === 'object')
  const { rows: found } = await db.execute<{ companies: string }>(sql`
    select count(distinct company_id) as companies from ${service}
    where rung = 6 and month between ${period.from} and ${period.to}
      and state = any(${sql.param([...countedStates])}::text[]) ${sql.join(where, sql` `)}`)
  return Number(found[0]?.companies)
}

async function benchReading(db: Database): Promise<void> {
  const city: WholeCity = { wholeCity: true, now: new Date(), db }
  const questions = drawQuestions(size.questions)
  const [ours, theirs] = await askBoth(
    questions,
    async (question) => (await readTotals(city, question))?.companies,
    (question) => countDistinct(db, question),
    0,
  )
  demandSame('Distinct companies', 'COUNT(DISTINCT)', theirs.answers, ours.answers as number[])
  for (const [name, at, reach] of [
    ['p50', p50, 100],
    ['p95', p95, 20],
  ] as const)
    tell(
      { work: `Totals of a window, ${name}`, variant: 'cells over COUNT(DISTINCT)', reach },
      ours,
      at(theirs) / at(ours),
    )
  for (const question of questions.slice(0, size.whole))
    demandSame(
      'All totals',
      'the rows',
      [await byRows.countTotals(city, question)],
      [await readTotals(city, question)],
    )
}

/** Entries each in a transaction of its own, as they come from people; in ms. */
async function enter(db: Database, from: number, companies: number): Promise<Measured<null>> {
  const measured: Measured<null> = { answers: [], times: [] }
  for (let at = from; at < from + size.entries; at++) {
    const since = performance.now()
    await db.transaction((tx) => loadServices(tx, { from: at, to: at, companies }))
    measured.times.push(performance.now() - since)
    measured.answers.push(null)
  }
  return measured
}

const keeping = (db: Database, how: 'enable' | 'disable') =>
  db.execute(sql.raw(`alter table service ${how} trigger service_is_added`))

/** The cuts that a city of three keeps: what each further one costs is the difference. */
const threeCuts = sql.raw(`
  create or replace function parts_of(district text, zone text, class text, kind text, financier uuid, listed boolean, chains text[], qualifications text[])
  returns table (dimension text, part text) language sql immutable as $$
    select 'all', ''
    union all select 'district', coalesce(district, '')
    union all select 'class', class
    union all select 'chain', unnest(case when chains = '{}' then array[''] else chains end) $$`)

async function benchWriting(db: Database, companies: number): Promise<void> {
  let from = size.services + 1
  const entries = async () => {
    const measured = await enter(db, from, companies)
    from += size.entries
    return measured
  }
  await step(`A file of ${size.file.toLocaleString('en')} rows, and again`, async () => {
    for (const _ of [1, 2]) {
      const since = performance.now()
      await db.transaction((tx) => loadServices(tx, { from, to: from + size.file - 1, companies }))
      from += size.file
      console.log(`  · ${((performance.now() - since) / size.file).toFixed(2)} ms a row`)
    }
  })
  const all = await entries()
  await keeping(db, 'disable')
  const bare = await entries()
  await keeping(db, 'enable')
  tell(
    { work: 'An entry', variant: 'with all cuts kept, of a bare INSERT', reach: 0.2 },
    all,
    p50(bare) / p50(all),
  )
  // From here the cells are of three cuts alone: nothing is read from them any more.
  await db.execute(threeCuts)
  const three = await entries()
  tell(
    { work: 'An entry', variant: 'with three cuts kept, of a bare INSERT', reach: 0.4 },
    three,
    p50(bare) / p50(three),
  )
}

function tell(
  line: Pick<Row, 'work' | 'variant' | 'reach'>,
  measured: Measured<unknown>,
  ratio: number,
): void {
  const row = { ...rowOf({ ...line, unit: 'ms', ratio }, measured, 1, 'above'), bench: 'totals' }
  printRow(row)
  rows.push(row)
}

const server = await startThrowAway(root)
try {
  await onServer(server.url, 'create database bench')
  const url = addressOf(server.url, 'bench')
  await onServer(url, 'alter database bench set max_parallel_workers_per_gather = 0')
  await onServer(url, 'alter database bench set statement_timeout = 0')
  await migrateDatabase(url)
  const { db, close } = connect(url, 1)
  try {
    await db.execute(sql`set statement_timeout = 0`)
    const companies = await step('Loading companies', () => loadOrganisations(db, size.services))
    await step(`Loading ${size.services.toLocaleString('en')} services`, async () => {
      await keeping(db, 'disable')
      for (let from = 1; from <= size.services; from += LOADED_AT_ONCE)
        await loadServices(db, {
          from,
          to: Math.min(from + LOADED_AT_ONCE - 1, size.services),
          companies,
        })
      await keeping(db, 'enable')
    })
    await step('Reckoning their cells, as a night does that finds them wrong', () =>
      db.transaction((tx) => renewCells(tx)),
    )
    await step('Analysing', () => db.execute(sql`vacuum (analyze)`))
    await step('Reading', () => benchReading(db))
    await step('Writing', () => benchWriting(db, companies))
  } finally {
    await close()
  }
} finally {
  await server.stop()
}
keepRows(rows, values.json)
process.exitCode = rows.every(({ ok }) => ok || values.small) ? 0 : 1
