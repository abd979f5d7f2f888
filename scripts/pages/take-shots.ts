import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser, type Page } from '@playwright/test'
import { languages, signIn, signInOf } from '../../e2e/sign-ins'
import { demoPassword, personas } from '../city/personas'
import { launchOptions } from '../machine/browser.mjs'
import { addressIn, findAddresses, readAs } from './crawl'
import { pageAudiences, type PageAudience } from './routes'

/** Pictures of every page into shots/, or with --readme each audience's home, small, into docs/pictures/. */
const { values } = parseArgs({
  options: {
    dark: { type: 'boolean' },
    readme: { type: 'boolean' },
    only: { type: 'string' },
  },
})

const screens = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]
/** Homes that look otherwise for a further member than for the one whose pages are followed. */
const furtherHomes = { company: [personas.freshCompany.email], financier: [], official: [] }

const base = process.env.BASE_URL ?? ''
const colorScheme = values.dark ? 'dark' : 'light'
const folder = join(process.cwd(), values.readme ? 'docs/pictures' : 'shots')

async function pageFor(browser: Browser, audience: PageAudience, email?: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: base,
    colorScheme,
    timezoneId: 'Asia/Shanghai',
    deviceScaleFactor: values.readme ? 0.6 : 1,
  })
  const page = await context.newPage()
  if (email !== undefined) await signIn(page, { email, password: demoPassword })
  else if (audience !== 'public') await signIn(page, signInOf(audience))
  return page
}

const nameOf = (path: string) =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80) || 'home'

async function take(page: Page, path: string, folderOf: string, suffix = ''): Promise<void> {
  for (const screen of screens)
    for (const language of languages) {
      await page.setViewportSize(screen)
      await page.goto(addressIn(language, path), { waitUntil: 'networkidle' })
      const name = `${nameOf(path)}${suffix}.${language}.${screen.width}.${colorScheme}.png`
      await page.screenshot({ path: join(folderOf, name), fullPage: true })
    }
}

async function takeEveryPage(browser: Browser, audience: PageAudience): Promise<number> {
  const page = await pageFor(browser, audience)
  const { visits } = await findAddresses(readAs(page), audience)
  const folderOf = join(folder, audience)
  mkdirSync(folderOf, { recursive: true })
  const wanted = visits.filter(({ path }) => values.only === undefined || path.match(values.only))
  for (const { path } of wanted) await take(page, path, folderOf)
  if (audience !== 'public' && values.only === undefined)
    for (const email of furtherHomes[audience]) {
      const further = await pageFor(browser, audience, email)
      await take(further, `/${audience}`, folderOf, `-${email.split('@')[0] ?? ''}`)
    }
  return wanted.length
}

async function takeForReadme(browser: Browser): Promise<void> {
  for (const audience of ['company', 'financier', 'official'] as const) {
    const page = await pageFor(browser, audience)
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(addressIn('zh', `/${audience}`), { waitUntil: 'networkidle' })
    await page.screenshot({ path: join(folder, `${audience}.png`) })
  }
}

const browser = await chromium.launch(launchOptions())
try {
  if (values.readme) await takeForReadme(browser)
  else {
    if (values.only === undefined && !values.dark) rmSync(folder, { recursive: true, force: true })
    for (const audience of pageAudiences)
      console.log(`${await takeEveryPage(browser, audience)} pages for the ${audience}`)
  }
} finally {
  await browser.close()
}
