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

/**
 * The production build on a throw-away database that holds the demonstration city: for tests, pictures and measurements,
 * beside whatever runs from this folder. Answers its address, the file of its sign-ins, and how to end it.
 */
export async function startTryOut(more = {}, name = 'server') {
  const folder = mkdtempSync(join(tmpdir(), 'kerong-try-out-'))
  const postgres = await step('Starting a throw-away PostgreSQL', () => startThrowAway(root))
  const end = async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await query(postgres.url, 'create database kerong')
    const address = new URL(postgres.url)
    address.pathname = '/kerong'
    const signIns = join(folder, 'sign-ins.json')
    const port = await freePort()
    const place = { host: '127.0.0.1', port, address: `http://127.0.0.1:${port}` }
    const env = {
      ...more,
      DATABASE_URL: address.href,
      DEMO_SIGN_INS: signIns,
      NEXTAUTH_URL: place.address,
      NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    }
    await step('Bringing its tables up to date', () => migrate(address.href))
    await step('Filling it with the demonstration city', () =>
      runNode(tsScript('scripts/seed.ts'), {
        env,
        failure: 'The demonstration city could not be written (see above).',
      }),
    )
    const logs = join(root, 'test-results')
    mkdirSync(logs, { recursive: true })
    const server = await step('Starting the server', () =>
      serve(place, { env, dev: false, log: join(logs, `${name}.log`) }),
    )
    return { address: place.address, env, signIns, end, server }
  } catch (error) {
    await end()
    throw error
  }
}

/** Frame of a script that may need a try-out: whatever happens, it is ended, and an expected end is one sentence. */
export async function runOnTryOut(work) {
  let tryOut
  const leave = async (code) => {
    refuseSteps()
    await endChildren(5000)
    await tryOut?.end()
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => leave(130))
  try {
    await work(async (more) => {
      tryOut = await startTryOut(more)
      return { ...tryOut.env, BASE_URL: tryOut.address }
    })
    await leave(0)
  } catch (error) {
    printEnd(error)
    await leave(1)
  }
}
