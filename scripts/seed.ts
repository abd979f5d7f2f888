import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { organisation } from '@/db/schema'
import { dayOf } from '@/domain/calendar/calendar'
import { hashPassword } from '@/domain/member/password'
import { EARLIEST_TODAY, fillCity } from './city/city'
import { connectCity } from './city/connection'
import { demoPassword, demoSignIns } from './city/personas'
import { wakeCity } from './city/wake'

/** Fills an empty database with the demonstration city: `--seed N --today YYYY-MM-DD`. */
const { values } = parseArgs({ options: { seed: { type: 'string' }, today: { type: 'string' } } })
const seed = Number(values.seed ?? 2024)
const today = values.today ?? dayOf(new Date())

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const url = process.env.DATABASE_URL
if (!url) fail('DATABASE_URL says which database to fill: set it, or use npm start.')
if (!Number.isSafeInteger(seed)) fail('--seed takes a whole number.')
if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || Number.isNaN(Date.parse(today)))
  fail('--today takes a day like 2026-11-25.')
if (today < EARLIEST_TODAY) fail(`--today may be ${EARLIEST_TODAY} or later.`)

const root = fileURLToPath(new URL('..', import.meta.url))
const since = Date.now()
const say = (line: string) =>
  process.stdout.write(`    ${((Date.now() - since) / 1000).toFixed(1).padStart(5)} s  ${line}\n`)

const { db, close } = connectCity(url)
try {
  if ((await db.$count(organisation)) > 0)
    fail(
      'This database is in use already: the demonstration city is written only into an empty one.',
    )
  say(`Drawing the city of seed ${seed} as it is on ${today}`)
  const passwordHash = await hashPassword(demoPassword)
  await db.transaction(async (tx) => {
    await fillCity(tx, { seed, today, passwordHash }, say)
    const woken = await wakeCity(tx, today)
    for (const [what, count] of Object.entries(woken)) say(`${String(count).padStart(6)}  ${what}`)
  })
  await db.execute(sql`analyze`)
} finally {
  await close()
}

const signIns = process.env.DEMO_SIGN_INS ?? join(root, '.data', 'demo-sign-ins.json')
mkdirSync(dirname(signIns), { recursive: true })
writeFileSync(signIns, `${JSON.stringify(demoSignIns, null, 2)}\n`, { mode: 0o600 })
say('The city is there')
