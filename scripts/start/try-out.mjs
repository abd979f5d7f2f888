import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { freePort } from '../postgres/cluster.mjs'
import { startThrowAway } from '../postgres/throw-away.mjs'
import { migrate, query } from './database.mjs'
import { serve } from './server.mjs'
import { endChildren, refuseSteps, root, runNode, step, tsScript } from './steps.mjs'
import { printEnd } from '../stop.mjs'

const named = (url, database) => Object.assign(new URL(url), { pathname: `/${database}` }).href

async function startServer(name, env) {
  const port = await freePort()
  const place = { host: '127.0.0.1', port, address: `http://127.0.0.1:${port}` }
  const whole = {
    ...env,
    NEXTAUTH_URL: place.address,
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    // A test signs in more often than sixty times a minute.
    KERONG_LIMITS: 'off',
  }
  await serve(place, { env: whole, dev: false, log: join(root, 'test-results', `${name}.log`) })
  return { ...whole, BASE_URL: place.address }
}

/**
 * The production build on a throw-away PostgreSQL, for tests, pictures and measurements, beside whatever runs from this
 * folder: as many servers as wanted, each on a demonstration city of its own. The city is filled while the application is
 * being built. Answers the environment that leads to each, and how to end them.
 */
export async function startTryOuts(count, more = {}, building = Promise.resolve()) {
  const folder = mkdtempSync(join(tmpdir(), 'kerong-try-out-'))
  const postgres = await step('Starting a throw-away PostgreSQL', () => startThrowAway(root))
  const end = async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const env = { ...more, DEMO_SIGN_INS: join(folder, 'sign-ins.json') }
    const city = named(postgres.url, 'city')
    await query(postgres.url, 'create database city')
    await step('Bringing its tables up to date', () => migrate(city))
    await step('Filling it with the demonstration city', () =>
      runNode(tsScript('scripts/seed.ts'), {
        env: { ...env, DATABASE_URL: city },
        failure: 'The demonstration city could not be written (see above).',
      }),
    )
    await building
    mkdirSync(join(root, 'test-results'), { recursive: true })
    const envs = []
    for (let number = 1; number <= count; number += 1) {
      const name = `server_${number}`
      // A copy takes a moment where filling takes a quarter of a minute.
      await query(postgres.url, `create database ${name} template city`)
      const own = { ...env, DATABASE_URL: named(postgres.url, name) }
      envs.push(await step('Starting the server', () => startServer(name, own)))
    }
    return { envs, end }
  } catch (error) {
    await end()
    throw error
  }
}

/** Frame of a script that may need a try-out: whatever happens, it is ended, and an expected end is one sentence. */
export async function runOnTryOut(work) {
  let begun
  const leave = async (code) => {
    refuseSteps()
    await endChildren(5000)
    await begun?.end()
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => leave(130))
  try {
    await work(async (more) => {
      begun = await startTryOuts(1, more)
      return begun.envs[0]
    })
    await leave(0)
  } catch (error) {
    printEnd(error)
    await leave(1)
  }
}
