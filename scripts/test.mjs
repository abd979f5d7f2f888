import { mkdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
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
import { startTryOuts } from './start/try-out.mjs'
import { printEnd, Stop } from './stop.mjs'

const say = (line) => process.stdout.write(`${line}\n`)
const leaving = []

async function leave(code) {
  refuseSteps()
  await endChildren(5000)
  for (const undo of leaving.reverse()) await undo()
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => leave(130).catch(printEnd))

/**
 * On the oldest PostgreSQL that is supported: the browser tests then run the whole application on the newest. With
 * `--every-postgres` on both; where the oldest cannot be had, on the newest.
 */
async function databaseTests() {
  say('\nVerbs and queries on the real database')
  for (const [name, why] of await needs.fonts()) leaveOut(name, why)
  const oldest = await needs.oldestPostgres()
  if (oldest.why) leaveOut(`The round on ${oldest.name}`, oldest.why)
  else await vitest(`On ${oldest.name}`, 'database', { TEST_DATABASE_URL: '', ...oldest.env })
  if (oldest.why || process.argv.includes('--every-postgres'))
    await vitest('On the embedded PostgreSQL', 'database', { TEST_DATABASE_URL: '' })
  await check({
    name: 'Matching gives the same answers by every way that is measured',
    parts: [[...tsScript('bench/match.ts'), '--small']],
  })
}

/** What the browser tests need; undefined where it cannot be had. */
async function prepareBrowserTests() {
  if ((await checkWork('Browser', needs.browser)) === undefined) return
  const missing = await needs.readers(process.argv.includes('--office'))
  for (const [name, why] of missing) leaveOut(name, why)
  const building = checkWork('Build', buildUnderNobody).then((built) => {
    if (built === undefined) throw new Stop('There is no build to serve.')
  })
  // It may fail while the city is still being filled: the servers meet it when they need the build.
  building.catch(() => {})
  const begun = await checkWork('Servers, each on a demonstration city of its own', () =>
    startTryOuts(Math.min(2, availableParallelism()), {}, building),
  )
  if (begun !== undefined) leaving.push(begun.value.end)
  return begun?.value.envs
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
  say('\nThe production build in a browser')
  const envs = await prepareBrowserTests()
  if (envs !== undefined) await playwright('Browser tests', envs)
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
