import type { Page } from '@playwright/test'
import { addressIn, findAddresses, readAs } from '../../scripts/pages/crawl'
import { pageAudiences } from '../../scripts/pages/routes'
import { expect, test } from '../fixtures'

/** A4 between its margins, in CSS pixels: upright, and the long side for wide tables. */
const A4 = { upright: 673, wide: 1031 }

async function onPaper(page: Page, width: number) {
  await page.setViewportSize({ width, height: 1000 })
  await page.emulateMedia({ media: 'print' })
}

const seen = (page: Page, what: string) =>
  page
    .locator(what)
    .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML))

for (const audience of pageAudiences)
  test(`on paper a page of the ${audience} has its title and its address, nothing to press, and fits`, async ({
    page,
    asPersona,
  }) => {
    test.setTimeout(300_000)
    const reader = audience === 'public' ? page : await asPersona(audience)
    const { visits } = await findAddresses(readAs(reader), audience)
    const first = new Map(visits.toReversed().map((visit) => [visit.pattern, visit.path]))
    expect(first.size).toBeGreaterThan(5)
    for (const path of first.values())
      await test.step(path, async () => {
        await reader.goto(addressIn('zh', path))
        const wide = (await reader.locator('.print-wide').count()) > 0
        await onPaper(reader, wide ? A4.wide : A4.upright)
        expect
          .soft(await seen(reader, 'button, .button, summary, dialog, [popover]'), path)
          .toEqual([])
        await expect.soft(reader.locator('h1').first(), path).toBeVisible()
        await expect
          .soft(reader.locator('.print-foot'), path)
          .toContainText(new URL(reader.url()).pathname)
        const over = await reader.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect.soft(over, `${path} is wider than the paper`).toBeLessThanOrEqual(0)
        // A column that breaks its words into letters is none.
        const narrow = await reader.locator('td, th').evaluateAll((all) =>
          all
            .filter((cell) => cell.checkVisibility() && (cell.textContent ?? '').trim().length > 4)
            .filter((cell) => cell.clientWidth < 44)
            .map((cell) => cell.textContent),
        )
        expect.soft(narrow, path).toEqual([])
        await reader.emulateMedia({ media: 'screen' })
      })
  })

test('a printed ledger says set, period, definition, position and address', async ({
  asPersona,
}) => {
  const page = await asPersona('official')
  await page.goto('/zh/official/ledger?from=2024-01&to=2024-05&chain=photonics')
  await onPaper(page, A4.wide)
  const paper = page.locator('body')
  await expect(page.locator('h1')).toContainText('光子')
  for (const words of [
    '2024年1月至5月',
    '定义 2024-03',
    '台账位置',
    '/zh/official/ledger?from=2024-01&to=2024-05&chain=photonics',
  ])
    expect(await paper.innerText(), words).toContain(words)
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await expect(page.locator('.print-foot')).toContainText(
    /打印于 \d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}（北京时间）/,
  )
  const pdf = await page.pdf({ preferCSSPageSize: true })
  // A4 on its side: 842 by 595 points.
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 84[12](\.\d+)? 59[45](\.\d+)?\]/)
})
