import { readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { root, spawnNode, tsScript } from '../start/steps.mjs'
import { sentenceOf } from '../stop.mjs'

const say = (line) => process.stdout.write(`${line}\n`)
const bin = (path) => join(root, 'node_modules', path)

const totals = { passed: 0, failed: 0, leftOut: [] }

function count(name, passed, failed, since, output) {
  totals.passed += passed
  totals.failed += failed
  const time = `${((Date.now() - since) / 1000).toFixed(1)} s`
  if (failed === 0) say(`  ✓ ${name}${passed > 1 ? `: ${passed} passed` : ''}, ${time}`)
  else
    say(
      `\n${output.trimEnd()}\n\n  ✗ ${name}${passed + failed > 1 ? `: ${passed} passed, ${failed} failed` : ''}, ${time}`,
    )
}

/** A part of the tests that cannot be done on this machine: said at once and again at the end. */
export function leaveOut(name, why) {
  totals.leftOut.push(`${name} was left out: ${why}`)
  say(`  · ${name} is left out: ${why}`)
}

async function run(args, env) {
  const child = spawnNode(args, { env })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  return { end: await child.ended, output }
}

/** One check: it passes or fails as a whole. `parts` are commands that run one after the other. */
export async function check({ name, parts, env }) {
  const since = Date.now()
  let output = ''
  for (const args of parts) {
    const result = await run(args, env)
    output += result.output
    if (result.end !== 0) {
      count(name, 0, 1, since, output)
      return false
    }
  }
  count(name, 1, 0, since, output)
  return true
}

/** Work of our own that counts as a check; answers what it answered, or undefined after a failure. */
export async function checkWork(name, work) {
  const since = Date.now()
  try {
    const value = await work()
    count(name, 1, 0, since, '')
    return { value }
  } catch (error) {
    count(name, 0, 1, since, `${sentenceOf(error) ?? error?.stack ?? error}`)
    return undefined
  }
}

/** A run of tests, each of which counts; `read` takes passed and failed from the report that it leaves. */
async function tests(name, args, env, report, read) {
  const since = Date.now()
  rmSync(report, { force: true })
  const { end, output } = await run(args, env)
  let passed = 0
  let failed = 0
  try {
    ;({ passed, failed } = read(JSON.parse(readFileSync(report, 'utf8'))))
  } catch {
    // No report: the run itself broke, which the exit code says.
  }
  rmSync(report, { force: true })
  count(name, passed, end === 0 ? failed : Math.max(failed, 1), since, output)
}

export const vitest = (name, project, env) => {
  const report = join(root, 'test-results', `vitest-${project}-${process.pid}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return tests(
    name,
    [bin('vitest/vitest.mjs'), 'run', '--project', project, ...reporters],
    { NO_COLOR: '1', ...env },
    report,
    (result) => ({ passed: result.numPassedTests, failed: result.numFailedTests }),
  )
}

/** The browser tests, a worker for each environment (playwright.config.ts hands them out). */
export const playwright = (name, envs) => {
  const report = join(root, 'test-results', `playwright-${process.pid}.json`)
  return tests(
    name,
    [bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    { NO_COLOR: '1', PLAYWRIGHT_JSON_OUTPUT_NAME: report, TRY_OUTS: JSON.stringify(envs) },
    report,
    ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
  )
}

/** What needs neither database nor browser nor network. */
const quickChecks = [
  {
    name: 'Types',
    parts: [
      [bin('next/dist/bin/next'), 'typegen'],
      [bin('typescript/bin/tsc'), '--noEmit'],
    ],
  },
  {
    name: 'Lint',
    parts: [
      [
        bin('eslint/bin/eslint.js'),
        '.',
        '--max-warnings',
        '0',
        '--cache',
        '--cache-location',
        bin('.cache/eslint/'),
      ],
    ],
  },
  {
    name: 'Format',
    parts: [[bin('prettier/bin/prettier.cjs'), '--check', '.', '--cache', '--log-level', 'warn']],
  },
  {
    name: 'Import arrows',
    parts: [
      [
        bin('dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        'app',
        'bench',
        'components',
        'db',
        'domain',
        'e2e',
        'jobs',
        'messages',
        'ports',
        'scripts',
        'server',
        'proxy.ts',
        'instrumentation.ts',
      ],
    ],
  },
  { name: 'Unused code', parts: [[bin('knip/bin/knip.js'), '--no-progress', '--no-config-hints']] },
  { name: 'Messages in both languages', parts: [['scripts/checks/messages.mjs']] },
  { name: 'Files', parts: [['scripts/checks/files.mjs']] },
  { name: 'Law and documents', parts: [tsScript('scripts/checks/law.ts')] },
  { name: 'Lockfile', parts: [['scripts/checks/lockfile.mjs']] },
]

/** Runs the quick checks and the unit tests, as many at once as there are processors, at most four. */
export async function runQuickChecks() {
  const waiting = [
    ...quickChecks.map((one) => () => check(one)),
    () => vitest('Unit and property tests', 'unit'),
  ]
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next()
  }
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, lane))
}

export function printTotals() {
  for (const line of totals.leftOut) say(`\n${line}`)
  say(`\n${totals.passed} passed, ${totals.failed} failed`)
  return totals.failed === 0 && totals.passed > 0 ? 0 : 1
}
