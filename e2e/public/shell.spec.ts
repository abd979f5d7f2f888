import { expect, test } from '../fixtures'

test('the language switch keeps page and query @phone', async ({ page }) => {
  await page.goto('/zh/totals?from=2024-01&to=2024-05&by=district')
  await page.getByRole('banner').getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/en\/totals\?from=2024-01&to=2024-05&by=district$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
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
