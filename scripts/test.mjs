import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  check,
  checkWork,
  leaveOut,
  playwright,
  printTotals,
  runQuickChecks,
  vitest,
} from './checks/run.mjs'
import * as needs from './machine/needs.mjs'
import { findHolder } from './start/lock.mjs'
import { isBuilt } from './start/freshness.mjs'
import { build, install } from './start/prepare.mjs'
import { endChildren, refuseSteps, root, tsScript } from './start/steps.mjs'
import { startTryOut } from './start/try-out.mjs'
import { printEnd, Stop } from './stop.mjs'

const say = (line) => process.stdout.write(`${line}\n`)
const leaving = []
const listed = (names) => names.join(', ')
const folderNames = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? [one.name] : [],
  )

async function leave(code) {
  refuseSteps()
  await endChildren(5000)
  for (const undo of leaving.reverse()) await undo()
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => leave(130).catch(printEnd))

async function databaseTests() {
  say('\nVerbs and queries on the real database')
  await vitest('On the embedded PostgreSQL', 'database', { TEST_DATABASE_URL: '' })
  const oldest = await needs.oldestPostgres()
  if (oldest.why) leaveOut(`The round on ${oldest.name}`, oldest.why)
  else await vitest(`On ${oldest.name}`, 'database', { TEST_DATABASE_URL: '', ...oldest.env })
  await check({
    name: 'Matching gives the same answers by every way that is measured',
    parts: [[...tsScript('bench/match.ts'), '--small']],
  })
}

/** By folders of `e2e`, about as long as each other; each on a server and a city of its own, so that they run side by side. */
const browserParts = [
  { part: 'pages', folders: ['pages', 'company'] },
  { part: 'journeys', folders: ['journeys', 'financier', 'official', 'public'] },
]

async function browserTests() {
  say('\nThe production build in a browser')
  const known = browserParts.flatMap(({ folders }) => folders)
  const strays = folderNames('e2e').filter((name) => !known.includes(name))
  if (strays.length > 0) throw new Stop(`No part of the browser tests holds e2e/${strays[0]}.`)
  if ((await checkWork('Build', buildUnderNobody)) === undefined) return
  if ((await checkWork('Browser', needs.browser)) === undefined) return
  const running = []
  for (const { part, folders } of browserParts) {
    const tryOut = await checkWork(`Server on the demonstration city, for ${listed(folders)}`, () =>
      startTryOut({}, part),
    )
    if (tryOut === undefined) continue
    const { address, env, end } = tryOut.value
    leaving.push(end)
    running.push(
      playwright(
        `Browser tests: ${listed(folders)}`,
        part,
        folders.map((folder) => `e2e/${folder}/`),
        { ...env, BASE_URL: address },
      ),
    )
  }
  await Promise.all(running)
}

async function buildUnderNobody() {
  const holder = findHolder(join(root, '.data'))
  if (holder !== undefined && !isBuilt())
    throw new Stop(
      `Kerong runs from this folder (process ${holder.pid}) and a new build would pull the ground from under it: stop it first.`,
    )
  await build()
}

async function run() {
  await install()
  mkdirSync(join(root, 'test-results'), { recursive: true })
  say('Checks')
  await runQuickChecks()
  await databaseTests()
  await browserTests()
}

const since = Date.now()
try {
  await run()
} catch (error) {
  printEnd(error)
  await check({ name: 'The test script itself', parts: [['--eval', 'process.exit(1)']] })
}
say(`\n${Math.round((Date.now() - since) / 1000)} s in all`)
const code = printTotals()
await leave(code)
