import { existsSync, readFileSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { keptSecret } from '../postgres/embedded.mjs'
import { openForServer } from '../postgres/cluster.mjs'
import { whyNotStart } from '../../server/settings.mjs'
import { fonts } from '../machine/needs.mjs'
import { printEnd, sentenceOf, Stop } from '../stop.mjs'
import {
  checkGivenDatabase,
  hasMember,
  isEmpty,
  migrate,
  nameOf,
  openEmbedded,
} from './database.mjs'
import { isBuilt, isInstalled } from './freshness.mjs'
import { keepRunning } from './keep.mjs'
import { takeLock } from './lock.mjs'
import { build, install } from './prepare.mjs'
import { checkPlace, chosenPlace, serve } from './server.mjs'
import { endChildren, refuseSteps, root, runNode, seedScript, step, tsScript } from './steps.mjs'

const own = join(root, '.data')
const say = (line) => process.stdout.write(`${line}\n`)

/** What to undo when we leave, newest first. */
const leaving = []
let isLeaving = false

async function leave(code) {
  if (isLeaving) return
  isLeaving = true
  refuseSteps()
  await endChildren()
  // What was under way may just have started something that has to be undone too.
  await running
  await endChildren()
  for (const undo of leaving.reverse()) await undo()
  process.exit(code)
}

function listenForStops() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (isLeaving) return
      say('\nStopping …')
      leave(isServing ? 0 : 130).catch(printEnd)
    })
  // npm may be ended without telling us; then nobody is left to press Ctrl-C.
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const timer = setInterval(() => process.ppid !== parent && leave(0), 1000)
  timer.unref()
}
let isServing = false

function flags() {
  try {
    const options = {
      empty: { type: 'boolean' },
      demo: { type: 'boolean' },
      dev: { type: 'boolean' },
    }
    const { values } = parseArgs({ options })
    if (values.empty && values.demo) throw new Error('--empty and --demo contradict each other')
    return values
  } catch (error) {
    throw new Stop(`${error.message}. It is: npm start -- [--empty | --demo] [--dev].`)
  }
}

/** What would be refused after a minute of building is refused at once. */
function checkSettings({ address }) {
  if (process.env.KERONG_LIMITS)
    throw new Stop('KERONG_LIMITS is for tests alone, which set it themselves: leave it out.')
  const why = whyNotStart({
    DATABASE_URL: 'made below',
    NEXTAUTH_SECRET: keptSecret(join(own, 'session-secret')),
    NEXTAUTH_URL: address,
    ...Object.fromEntries(Object.entries(process.env).filter(([, value]) => value)),
  })
  if (why !== null) throw new Stop(why)
}

function checkDisk() {
  const { bavail, bsize } = statfsSync(root)
  const free = (bavail * bsize) / 1e6
  const needed = 300 + (isInstalled() ? 0 : 1500) + (isBuilt() ? 0 : 500)
  if (free < needed)
    throw new Stop(
      `The disk that holds ${root} has ${Math.floor(free)} MB left and Kerong needs ${needed}: free some space and start again.`,
    )
}

async function openDatabase() {
  const given = process.env.DATABASE_URL
  if (given) {
    await step('Looking at the database of DATABASE_URL', () => checkGivenDatabase(given))
    return { url: given, isGiven: true }
  }
  let embedded = await step('Starting the embedded PostgreSQL', () => openEmbedded())
  leaving.push(() => embedded.stop())
  keep('The database', embedded, async () => (embedded = await openEmbedded(embedded.port)))
  return { url: embedded.url, isGiven: false }
}

/** Starts again what dies while we run. The web process and the database do not take each other along. */
function keep(name, begun, begin) {
  const tell = (end, ms) =>
    process.stderr.write(
      ms === undefined
        ? `${name} did not start: ${sentenceOf(end) ?? end}\n`
        : `${name} ended by itself (${end?.code ?? end}); it is started again${ms > 0 ? ` in ${ms / 1000} s` : ''}.\n`,
    )
  keepRunning(begun, { begin, tell, isOver: () => isLeaving }).catch(printEnd)
}

async function fill(database, { empty, demo }, env) {
  await step('Bringing the tables up to date', () => migrate(database.url))
  if (!(await isEmpty(database.url))) {
    if (demo)
      say(
        `  · ${nameOf(database.url)} is in use already, so it is not filled with the demonstration city.`,
      )
    return
  }
  if (empty || (database.isGiven && !demo)) return
  await step('Filling it with the demonstration city (under a minute)', ({ pauseLine }) => {
    pauseLine()
    return runNode(seedScript, {
      env: { ...env, DATABASE_URL: database.url },
      show: true,
      failure:
        'The demonstration city could not be written (see above): start again, or with --empty.',
    })
  })
}

const audienceNames = { company: 'Company', financier: 'Financier', official: 'Official' }

async function printSignIns(url) {
  const file = join(own, 'demo-sign-ins.json')
  if (!existsSync(file)) return
  const signIns = JSON.parse(readFileSync(file, 'utf8'))
  if (signIns.length === 0 || !(await hasMember(url, signIns[0].email))) return
  say('\n  Sign in as')
  const width = Math.max(...signIns.map(({ email }) => email.length))
  for (const { audience, email, password, organisation } of signIns)
    say(
      `    ${(audienceNames[audience] ?? audience).padEnd(10)} ${email.padEnd(width)}   ${password}   ${organisation}`,
    )
}

async function run() {
  const chosen = flags()
  const place = chosenPlace()
  openForServer(own)
  checkSettings(place)
  leaving.push(takeLock(own, { address: place.address }))
  await checkPlace(place)
  checkDisk()
  say('Kerong 科融')
  await install()
  for (const [what, remedy] of await fonts()) say(`  ! ${what}: ${remedy}`)
  const database = await openDatabase()
  const env = {
    DATABASE_URL: database.url,
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || place.address,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || keptSecret(join(own, 'session-secret')),
  }
  await fill(database, chosen, env)
  if (!chosen.dev) await build()
  const how = { env, dev: chosen.dev }
  const server = await step('Starting the server', () => serve(place, how))
  isServing = true
  keep('The server', server, () => serve(place, { ...how, again: true }))

  say(`\nKerong is ready at ${place.address}`)
  if (await isEmpty(database.url)) {
    say('\n  Nobody is here yet. This address makes the first administrator, once, within a day:\n')
    await runNode(tsScript('scripts/first-administrator.ts'), {
      env,
      show: true,
      failure: 'No address could be made.',
    })
  } else await printSignIns(database.url)
  say('\n  Ctrl-C stops it.')
  // The children keep us here until a signal comes.
}

let running

export async function start() {
  listenForStops()
  let failure
  running = run().catch((error) => (failure = error))
  await running
  if (isLeaving || failure === undefined) return
  printEnd(failure)
  await leave(1)
}
