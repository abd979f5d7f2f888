import type { Page } from '@playwright/test'
import { expect } from './fixtures'

/** A4 between its margins, in CSS pixels: upright, and the long side for wide tables. */
const A4 = { upright: 673, wide: 1031 }

/** As it would be printed, in the width that its paper has. */
export async function putOnPaper(page: Page) {
  const isWide = (await page.locator('.print-wide').count()) > 0
  await page.setViewportSize({ width: isWide ? A4.wide : A4.upright, height: 1000 })
  await page.emulateMedia({ media: 'print' })
}

const pressed = 'button, .button, summary, dialog, [popover]'

/** On paper a page has its title and its address, nothing to press, and fits. It is back on the screen afterwards. */
export async function expectFitsPaper(page: Page, path: string) {
  const size = page.viewportSize()
  await putOnPaper(page)
  await expect.soft(page.locator('.print-foot'), path).toContainText(new URL(page.url()).pathname)
  await expect.soft(page.locator('h1').first(), path).toBeVisible()
  const found = await page.evaluate((selector) => {
    const seen = (what: string) =>
      [...document.querySelectorAll(what)].filter((one) => one.checkVisibility())
    const words = (one: Element) => (one.textContent ?? '').trim()
    return {
      pressed: seen(selector).map((one) => one.outerHTML),
      over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      // A column that breaks its words into letters is none.
      narrow: seen('td, th')
        .filter((cell) => words(cell).length > 4 && cell.clientWidth < 44)
        .map(words),
    }
  }, pressed)
  expect.soft(found, `${path} on paper`).toEqual({ pressed: [], over: 0, narrow: [] })
  await page.emulateMedia({ media: 'screen' })
  if (size) await page.setViewportSize(size)
}
