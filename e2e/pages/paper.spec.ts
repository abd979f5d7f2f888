import { expect, test } from '../fixtures'
import { putOnPaper } from '../paper'

test('a printed ledger says set, period, definition, position, address and when', async ({
  asPersona,
}) => {
  const page = await asPersona('official')
  await page.goto('/zh/official/ledger?from=2024-01&to=2024-05&chain=photonics')
  await putOnPaper(page)
  await expect(page.locator('h1')).toContainText('光子')
  const paper = await page.locator('body').innerText()
  for (const words of [
    '2024年1月至5月',
    '定义 2024-03',
    '台账位置',
    '/zh/official/ledger?from=2024-01&to=2024-05&chain=photonics',
  ])
    expect(paper, words).toContain(words)
  // The page listens once its scripts have run: until then, and without scripts, it says when it was opened.
  await expect(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await expect(page.locator('.print-foot')).toContainText(
      /打印于 \d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}（北京时间）/,
      { timeout: 500 },
    )
  }).toPass()
  const pdf = await page.pdf({ preferCSSPageSize: true })
  // A4 on its side: 842 by 595 points.
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 84[12](\.\d+)? 59[45](\.\d+)?\]/)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a printed page says when it was opened', async ({ page }) => {
    await page.goto('/zh/method')
    await putOnPaper(page)
    await expect(page.locator('.print-foot')).toHaveText(
      /\/zh\/method · 打开于 \d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}（北京时间）$/,
    )
  })
})
