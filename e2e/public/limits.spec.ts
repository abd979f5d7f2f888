import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { READS_A_MINUTE, SECRETS } from '@/domain/clock/clock'
import { freePort } from '../../scripts/postgres/cluster.mjs'
import { serve } from '../../scripts/start/server.mjs'
import { endChildren } from '../../scripts/start/steps.mjs'
import { expect, test as base } from '../fixtures'
import { formsIn } from '../naughty'
import { signInOf } from '../sign-ins'

/** A server with its limits on, behind one proxy of ours, beside the one under test. */
const test = base.extend<{ home: string }>({
  // Playwright wants the fixtures that a fixture needs, even none, as an object pattern.
  home: async ({}, use) => {
    const port = await freePort()
    const home = `http://127.0.0.1:${port}`
    const env = {
      DATABASE_URL: process.env.DATABASE_URL ?? '',
      NEXTAUTH_URL: 'https://kerong.example:8443',
      NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
      KERONG_JOBS: 'off',
      // Ours has none, and its children would take that over.
      KERONG_LIMITS: '',
      TRUSTED_PROXIES: '1',
    }
    const place = { host: '127.0.0.1', port, address: home }
    await serve(place, { env, dev: false, log: 'test-results/limits.log' })
    await use(home)
    await endChildren()
  },
})

/** One that nobody had in the last hour, also where this test runs again. */
const newAddress = () => `198.${[...randomBytes(3)].join('.')}`

/** The form of the sign-in page, as a browser without scripts sends it. */
async function signInForm(page: Page, home: string) {
  const at = `${home}/en/sign-in`
  const html = await (await page.request.get(at)).text()
  await page.goto('/en')
  const { forms } = await formsIn(page, html, at)
  const form = forms.find(({ fields }) => fields.some(([name]) => name === 'password'))
  if (!form) throw new Error('no form to sign in with')
  const filled = (email: string, password: string) => {
    const body = new FormData()
    for (const [name, value] of form.fields)
      if (name !== 'email' && name !== 'password') body.append(name, value)
    body.append('email', email)
    body.append('password', password)
    return body
  }
  return { at, filled }
}

test('passwords are tried ever more slowly from one address, and the right one opens from another', async ({
  home,
  page,
}) => {
  test.setTimeout(180_000)
  const { email, password } = signInOf('company')
  const { at, filled } = await signInForm(page, home)
  const tryOnce = (address: string, tried: string, who = email) =>
    page.request.post(at, {
      multipart: filled(who, tried),
      maxRedirects: 0,
      // Behind a proxy that drops the port, the browser names the public address all the same.
      headers: {
        origin: 'https://kerong.example:8443',
        host: 'kerong.example',
        'x-forwarded-for': `10.1.2.3, ${address}`,
      },
    })
  const [stranger, owner] = [newAddress(), newAddress()]
  const waitOf = async (tried: string) =>
    Number(
      /try again in (\d+) second/.exec(await (await tryOnce(stranger, tried)).text())?.[1] ?? 0,
    )
  for (let count = 1; count < SECRETS.slowFrom; count++) expect(await waitOf('wrong')).toBe(0)
  // A busy machine may be slower than the first waits.
  await expect.poll(() => waitOf('wrong'), { timeout: 60_000 }).toBeGreaterThan(8)
  expect(await waitOf(password)).toBeGreaterThan(0)
  expect((await tryOnce(owner, password)).status()).toBe(303)

  const crowd = newAddress()
  let refused = 0
  for (let count = 0; count < SECRETS.mostAMinute + 3; count++)
    if (/Too many tries/.test(await (await tryOnce(crowd, 'x', `${count}@test.example`)).text()))
      refused += 1
  expect(refused).toBe(3)
})

test('the public interface is read 120 times a minute from an address', async ({ home }) => {
  const read = (address: string) =>
    fetch(`${home}/api/v1/totals?from=2024-01&to=2024-05`, {
      headers: { 'x-forwarded-for': address },
    })
  const address = newAddress()
  for (let count = 0; count < READS_A_MINUTE; count++)
    expect((await read(address)).status).toBe(200)
  const refused = await read(address)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused.json()).toMatchObject({ error: 'tooMany' })
  expect((await read(newAddress())).status).toBe(200)
  const page = await fetch(`${home}/zh/products`, { headers: { 'x-forwarded-for': address } })
  expect(page.status).toBe(429)
  expect(await page.text()).toContain('That was too fast')
})

test('a form from nowhere, from elsewhere and from another site is refused with a page', async ({
  home,
}) => {
  const wrong: Record<string, string>[] = [
    {},
    { origin: 'null' },
    { origin: 'https://other.example' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of wrong) {
    const answer = await fetch(`${home}/zh/sign-in`, { method: 'POST', headers, body: 'a=b' })
    expect(answer.status, JSON.stringify(headers)).toBe(403)
    expect(await answer.text()).toContain('这次提交不是从本站页面发出的')
  }
})

test('a crowd that tries passwords weighs on other pages no more than one that reads', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(180_000)
  const home = baseURL ?? ''
  const { at, filled } = await signInForm(page, home)
  let tried = 0
  const read = async () => fetch(at)
  const tryOne = async () =>
    fetch(at, {
      method: 'POST',
      headers: { origin: home },
      body: filled(`${tried++}@test.example`, 'a wrong password'),
    })

  /** How long another page takes in the middle of a crowd of twelve, in ms. */
  async function besideCrowd(does: () => Promise<Response>, samples = 9): Promise<number> {
    let isOver = false
    const one = async () => {
      while (!isOver) {
        const answer = await does()
        expect(answer.status).toBe(200)
        await answer.text()
      }
    }
    const crowd = Promise.all(Array.from({ length: 12 }, one))
    const times: number[] = []
    for (let count = 0; count < samples; count++) {
      const since = performance.now()
      await (await fetch(`${home}/zh/method`)).text()
      times.push(performance.now() - since)
    }
    isOver = true
    await crowd
    return times.sort((first, second) => first - second)[samples >> 1] ?? 0
  }

  await besideCrowd(read, 3)
  const [readers, triers] = [await besideCrowd(read), await besideCrowd(tryOne)]
  test.info().annotations.push({
    type: 'measured',
    description: `a page: ${readers.toFixed(1)} ms beside readers, ${triers.toFixed(1)} ms beside ${tried} sign-ins`,
  })
  expect(triers / readers).toBeLessThan(1.5)
})
