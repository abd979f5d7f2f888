import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import PgBoss from 'pg-boss'
import { queueNames, rounds, ROUNDS_QUEUE, ROUNDS_ZONE } from '../ports/queue'

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))
const lockKey = 5_300_801_916

/** Brings the database to the newest shape, tables and queues. Two at once wait for each other; a second time changes nothing. */
export async function migrateDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await migrate(drizzle(client), { migrationsFolder })
    await makeQueues(url)
  } finally {
    await client.end()
  }
}

/** Here and not when the server starts: two processes that make the same queues on a fresh database deadlock. */
async function makeQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, max: 1 })
  boss.on('error', () => {})
  await boss.start()
  try {
    for (const name of [...queueNames, ROUNDS_QUEUE]) await boss.createQueue(name)
    for (const { name, cron } of rounds) await boss.schedule(name, cron, {}, { tz: ROUNDS_ZONE })
  } finally {
    await boss.stop({ graceful: false })
  }
}

async function migrateNamed(): Promise<void> {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL says which database to migrate')
  await migrateDatabase(url)
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await migrateNamed().catch((error: unknown) => {
    // The statement and the server's own words say it all; the driver's stack says nothing more.
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
