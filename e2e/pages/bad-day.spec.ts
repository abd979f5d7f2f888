import { randomBytes } from 'node:crypto'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { freePort } from '../../scripts/postgres/cluster.mjs'
import { keepRunning } from '../../scripts/start/keep.mjs'
import { serve } from '../../scripts/start/server.mjs'
import { endChildren } from '../../scripts/start/steps.mjs'
import { expect, test as base } from '../fixtures'

/** A way to the database that can be taken away. */
async function relayTo(url: string) {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  const listen = (at: number) =>
    new Promise<ReturnType<typeof createServer>>((listening) => {
      const server = createServer((near) => {
        const far = connect(Number(port), hostname)
        for (const [one, other] of [
          [near, far],
          [far, near],
        ] as const) {
          sockets.add(one)
          one.on('error', () => other.destroy())
          one.on('close', () => other.destroy())
          one.pipe(other)
        }
      }).listen(at, '127.0.0.1', () => listening(server))
    })
  let server = await listen(0)
  const at = (server.address() as AddressInfo).port
  const through = new URL(url)
  through.host = `127.0.0.1:${at}`
  const takeAway = () => {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
  return { url: through.href, takeAway, giveBack: async () => void (server = await listen(at)) }
}

/** A server of its own beside the one under test, on the same city, whose database can be taken away. */
const test = base.extend<{
  own: Awaited<ReturnType<typeof relayTo>> & {
    home: string
    pid: number
    ended: Promise<unknown>
    begin: () => ReturnType<typeof serve>
  }
}>({
  // Playwright wants the fixtures that a fixture needs, even none, as an object pattern.
  own: async ({}, use) => {
    const relay = await relayTo(process.env.DATABASE_URL ?? '')
    const port = await freePort()
    const home = `http://127.0.0.1:${port}`
    const env = {
      DATABASE_URL: relay.url,
      NEXTAUTH_URL: home,
      NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
      KERONG_JOBS: 'off',
    }
    const place = { host: '127.0.0.1', port, address: home }
    const how = { env, dev: false, log: 'test-results/bad-day.log' }
    const { pid, ended } = await serve(place, how)
    const begin = () => serve(place, { ...how, again: true })
    await use({ ...relay, home, pid: pid ?? 0, ended, begin })
    await endChildren()
    relay.takeAway()
  },
})

test('told to end, it finishes what it was asked and takes nothing new', async ({ own }) => {
  const holder = new Client({ connectionString: process.env.DATABASE_URL })
  await holder.connect()
  await holder.query('begin; lock table product in access exclusive mode')
  const asked = fetch(`${own.home}/zh/products`)
  await pause(500)
  process.kill(own.pid, 'SIGTERM')
  await pause(500)
  await expect(fetch(`${own.home}/zh`)).rejects.toThrow()
  await holder.query('rollback')
  await holder.end()
  const answer = await asked
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('</html>')
  expect(await own.ended).toEqual({ code: 0 })
})

test('a database that is away is said with a page and when to ask again, and is found again', async ({
  own,
  page,
  troubles,
}) => {
  const totals = `${own.home}/api/v1/totals?from=2024-01&to=2024-05`
  expect((await fetch(totals)).status).toBe(200)
  own.takeAway()
  const answer = await page.goto(`${own.home}/en/products`)
  expect(answer?.status()).toBe(503)
  expect(answer?.headers()['retry-after']).toBe('5')
  await expect(page.getByRole('heading', { name: '系统暂时无法读取数据' })).toBeVisible()
  await expect(page.getByText('The database is coming back')).toBeVisible()
  const told = await fetch(totals)
  expect(told.status).toBe(503)
  expect(await told.json()).toMatchObject({ error: 'away', en: expect.stringContaining('again') })
  await own.giveBack()
  await expect.poll(async () => (await fetch(totals)).status, { timeout: 5000 }).toBe(200)
  // The browser notes the 503.
  troubles.length = 0
})

test('killed, it is started again at its place, and again when the database is away', async ({
  own,
}) => {
  let { pid } = own
  let isOver = false
  const told: unknown[] = []
  const keeping = keepRunning(
    { ended: own.ended },
    {
      begin: async () => {
        const begun = await own.begin()
        pid = begun.pid ?? 0
        return begun
      },
      tell: (end: unknown) => void told.push(end),
      isOver: () => isOver,
    },
  )
  const status = () =>
    fetch(`${own.home}/api/health`).then(
      (answer) => answer.status,
      () => 0,
    )
  const patience = { timeout: 30_000 }
  const killAndWait = async () => {
    const killed = pid
    process.kill(killed, 'SIGKILL')
    await expect.poll(() => pid, patience).not.toBe(killed)
  }
  await killAndWait()
  expect(await status()).toBe(200)
  own.takeAway()
  await killAndWait()
  expect(await status()).toBe(503)
  await own.giveBack()
  await expect.poll(status, patience).toBe(200)
  expect(told).toEqual([{ code: 'SIGKILL' }, { code: 'SIGKILL' }])
  isOver = true
  process.kill(pid, 'SIGTERM')
  await keeping
})
