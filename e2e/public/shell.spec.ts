import { listRoutes } from '../../scripts/pages/routes'
import { expect, test } from '../fixtures'

test('the language switch keeps page and query @phone', async ({ page }) => {
  await page.goto('/zh/totals?from=2024-01&to=2024-05&by=district')
  await page.getByRole('banner').getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/en\/totals\?from=2024-01&to=2024-05&by=district$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('each language of a page names the other, for who searches', async ({ request }) => {
  const { link } = (await request.get('/zh/products')).headers()
  expect(link).toMatch(/\/en\/products>; rel="alternate"; hreflang="en"/)
  expect(link).toMatch(/\/zh\/products>; rel="alternate"; hreflang="zh"/)
})

test('robots are told what is nobody’s: all that needs a sign-in or a link', async ({
  request,
}) => {
  const answer = await request.get('/robots.txt', { maxRedirects: 0 })
  expect(answer.status()).toBe(200)
  const barred = (await answer.text())
    .split('\n')
    .filter((line) => line.startsWith('Disallow: /*'))
    .map((line) => line.slice('Disallow: /*'.length))
  const isBarred = (pattern: string) => barred.some((start) => pattern.startsWith(start))
  const oneTime = ['/invitation', '/first-administrator', '/sign-up/link', '/reset/link']
  for (const { pattern, audience } of listRoutes())
    expect(isBarred(pattern), pattern).toBe(audience !== 'public' || oneTime.includes(pattern))
})

test('a title names the period of its figures, and what is not there', async ({ page }) => {
  await page.goto('/zh/totals?from=2024-01&to=2024-05')
  await expect(page).toHaveTitle(/^2024年1–5月 · /)
  await page.goto('/en/totals?from=2024-01&to=2024-05')
  await expect(page).toHaveTitle(/^Jan–May\s2024 · /)
})

test.describe('of a page that is not there', () => {
  test.use({ expectedTroubles: [/404/] })
  test('the title says so', async ({ page }) => {
    for (const path of ['/zh/nowhere', '/zh/products/018e3581-6400-7daa-950b-949a187e0000']) {
      await page.goto(path)
      await expect(page, path).toHaveTitle(/^没有这个页面 · /)
    }
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('signing in, the theme, the catalogue and the period work', async ({ page }) => {
    await page.goto('/zh')
    await page.getByRole('contentinfo').getByRole('button', { name: '深色' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.goto('/zh/products')
    await page.getByLabel('机构类型').selectOption('fund')
    await page.getByRole('button', { name: '筛选' }).click()
    await expect(page).toHaveURL(/kind=fund/)
    await page.goto('/zh/totals')
    await page.getByLabel('从').selectOption('2024-01')
    await page.getByLabel('到', { exact: true }).selectOption('2024-05')
    await page.getByRole('button', { name: '看这段时间' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2024年1月至5月')
  })
})
