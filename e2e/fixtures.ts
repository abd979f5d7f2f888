import {
  test as base,
  expect,
  type Browser,
  type BrowserContext,
  type Page,
} from '@playwright/test'
import axe from 'axe-core'
import { signIn, signInOf, type SignedInAudience } from './sign-ins'

/** The mark of what a phone runs too: with scripts alone, for without them it draws what a desk does. */
export const onPhone = (javaScriptEnabled: boolean) => (javaScriptEnabled ? ' @phone' : '')

export { expect, signIn }
export { languages, type Language } from './sign-ins'

/** Navigation and prefetch are cut short all the time; that is no failure. */
const cutShort = /ERR_ABORTED|NS_BINDING_ABORTED/

/** With scripts switched off Chromium reports each of them as refused by the policy. */
const scriptsAreOff = /failed: csp$/

/** Collects what a person would not see and a developer must: console errors and warnings, exceptions, failed requests. */
function listen(context: BrowserContext, troubles: string[]): void {
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      troubles.push(`${message.page()?.url() ?? ''} console ${message.type()}: ${message.text()}`)
  })
  context.on('weberror', (error) => troubles.push(`exception: ${error.error().message}`))
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    if (!cutShort.test(why)) troubles.push(`${request.url()} failed: ${why}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`${response.url()} answered ${response.status()}`)
  })
}

interface Personas {
  /** Pages of signed-in people, each in a browser context of its own. */
  company: Page
  financier: Page
  official: Page
  /** A further signed-in or anonymous page, for a story with several people. */
  newcomer: (who?: { email: string; password: string }) => Promise<Page>
  /** Troubles that this test provokes on purpose: `test.use({ expectedTroubles: [/404/] })`. */
  expectedTroubles: RegExp[]
  troubles: string[]
}

interface Kept {
  sessions: Map<SignedInAudience, Awaited<ReturnType<BrowserContext['storageState']>>>
}

type ContextOptions = Parameters<Browser['newContext']>[0]

export const test = base.extend<
  Personas & { asPersona: (audience: SignedInAudience) => Promise<Page> },
  Kept
>({
  expectedTroubles: [[], { option: true }],

  sessions: [
    // Playwright wants the fixtures that a fixture needs, even none, as an object pattern.
    async ({}, use) => use(new Map()),
    { scope: 'worker' },
  ],

  troubles: [
    async ({ context, expectedTroubles, javaScriptEnabled }, use) => {
      const troubles: string[] = []
      listen(context, troubles)
      await use(troubles)
      const known = javaScriptEnabled ? expectedTroubles : [...expectedTroubles, scriptsAreOff]
      const unexpected = troubles.filter((trouble) => !known.some((one) => one.test(trouble)))
      expect(unexpected, 'console errors, exceptions and failed requests').toEqual([])
    },
    { auto: true },
  ],

  newcomer: async (
    { browser, contextOptions, baseURL, viewport, isMobile, hasTouch, troubles },
    use,
  ) => {
    const contexts: BrowserContext[] = []
    await use(async (who) => {
      const context = await browser.newContext({
        ...contextOptions,
        baseURL,
        viewport,
        isMobile,
        hasTouch,
      })
      contexts.push(context)
      listen(context, troubles)
      const page = await context.newPage()
      if (who !== undefined) await signIn(page, who)
      return page
    })
    for (const context of contexts) await context.close()
  },

  asPersona: async (
    { browser, contextOptions, baseURL, viewport, isMobile, hasTouch, troubles, sessions },
    use,
  ) => {
    const contexts: BrowserContext[] = []
    await use(async (audience) => {
      const options: ContextOptions = { ...contextOptions, baseURL, viewport, isMobile, hasTouch }
      const storageState = sessions.get(audience)
      const context = await browser.newContext(
        storageState ? { ...options, storageState } : options,
      )
      contexts.push(context)
      listen(context, troubles)
      const page = await context.newPage()
      // A session that no test used for a while has ended.
      const goesOn = storageState && (await page.request.get('/api/session')).ok()
      if (!goesOn) {
        await signIn(page, signInOf(audience))
        sessions.set(audience, await context.storageState())
      }
      return page
    })
    for (const context of contexts) await context.close()
  },

  company: async ({ asPersona }, use) => use(await asPersona('company')),
  financier: async ({ asPersona }, use) => use(await asPersona('financier')),
  official: async ({ asPersona }, use) => use(await asPersona('official')),
})

declare global {
  interface Window {
    axe: typeof axe
  }
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** No violation of WCAG 2.2 AA that axe can find; without its colours where they were looked at in the other language. */
export async function expectAccessible(page: Page, { colours = true } = {}): Promise<void> {
  const told = await tellViolations(page, colours)
  // A page that was led to loses the title of the one before, and has its own a moment later.
  const isBetween = told.some((one) => one.startsWith('document-title'))
  if (isBetween) await expect(page).toHaveTitle(/\S/)
  const lasting = isBetween ? await tellViolations(page, colours) : told
  expect(lasting, `accessibility of ${page.url()}`).toEqual([])
}

async function tellViolations(page: Page, colours: boolean): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(
    async ([values, enabled]) => {
      const { violations } = await window.axe.run(document, {
        resultTypes: ['violations'],
        runOnly: { type: 'tag', values },
        rules: { 'color-contrast': { enabled } },
      })
      return violations.map(
        ({ id, help, nodes }) =>
          `${id}: ${help} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
      )
    },
    [wcag, colours] as const,
  )
}
