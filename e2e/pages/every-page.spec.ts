import { readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { addressIn, findAddresses, readAs } from '../../scripts/pages/crawl'
import { emptyPage, pageAudiences } from '../../scripts/pages/routes'
import { expect, expectAccessible, languages, test } from '../fixtures'
import { expectFitsPaper } from '../paper'
import { signInOf } from '../sign-ins'

const namespaces = readdirSync('messages/zh').map((name) => name.replace('.json', ''))
/** What next-intl shows for a message that is not there. */
const rawKey = new RegExp(`(^|[^\\w.@/-])(${namespaces.join('|')})\\.[a-z][\\w-]*`)

/** Chinese words that a reader of English would be read in English: `lang` says what they are. */
const chineseUnmarked = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found = new Set<string>()
    while (walker.nextNode()) {
      const { textContent: text, parentElement: inside } = walker.currentNode
      if (!text || !inside || !/\p{Script=Han}/u.test(text)) continue
      if (inside.closest('script, style, textarea, option, svg, [lang^=zh]:not(html)')) continue
      found.add(text.trim())
    }
    return [...found]
  })

const PHONE = { width: 390, height: 844 }
/** By how many pixels a page is wider than its window. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

// Each of them is long: the workers share them.
test.describe.configure({ mode: 'parallel' })

for (const audience of pageAudiences)
  test(`every page for the ${audience} answers under one heading, reads well, is accessible and fits paper @phone`, async ({
    page,
    asPersona,
    isMobile,
  }) => {
    test.setTimeout(600_000)
    const reader = audience === 'public' ? page : await asPersona(audience)
    const { visits, missing } = await findAddresses(readAs(reader), audience)
    expect(missing, 'pages that no link leads to: name them in scripts/shot-addresses.ts').toEqual(
      [],
    )
    // A phone draws every page in the language of most readers; how the other fits its width the desk asks.
    const read = isMobile ? (['zh'] as const) : languages
    for (const [place, { path }] of visits.entries())
      for (const language of read)
        await test.step(`/${language}${path}`, async () => {
          const answer = await reader.goto(addressIn(language, path))
          expect.soft(answer?.status(), path).toBe(200)
          await expect
            .soft(reader.locator('html'), path)
            .toHaveAttribute('lang', new RegExp(`^${language}`))
          await expect.soft(reader.getByRole('heading', { level: 1 }), path).toHaveText(/\S/)
          if (audience !== 'public')
            await expect
              .soft(reader.getByRole('banner'), path)
              .toContainText(signInOf(audience).organisation)
          expect.soft(await reader.locator('body').innerText(), path).not.toMatch(rawKey)
          expect
            .soft(await overflow(reader), `${path} is wider than the screen`)
            .toBeLessThanOrEqual(0)
          if (language === 'en')
            expect
              .soft(await chineseUnmarked(reader), `${path}: Chinese without its lang`)
              .toEqual([])
          // The languages share their elements: of two neighbours one is read in English too, and colours in one language.
          if (language === 'zh' || place % 2 === 0)
            await expectAccessible(reader, { colours: language === 'zh' })
          if (isMobile) return
          const size = reader.viewportSize()
          await reader.setViewportSize(PHONE)
          expect
            .soft(await overflow(reader), `${path} is wider than a phone`)
            .toBeLessThanOrEqual(0)
          if (size) await reader.setViewportSize(size)
          if (language === 'zh') await expectFitsPaper(reader, path)
        })
  })

test('the empty page that the bench compares with is there for nobody', async ({
  request,
  asPersona,
}) => {
  const [company, financier] = [await asPersona('company'), await asPersona('financier')]
  for (const reader of [request, company.request, financier.request]) {
    const answer = await reader.get(addressIn('zh', emptyPage), { maxRedirects: 0 })
    expect(answer.status()).toBe(404)
  }
})
