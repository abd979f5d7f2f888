import { expect, test, type Language } from '../fixtures'
import type { Page } from '@playwright/test'

/** The page of the need that is in talks with banks. */
async function openNeedInTalks(page: Page, language: Language = 'zh') {
  await page.goto(`/${language}/company`)
  await page
    .getByRole('link', { name: /^(600\s万元|CNY\s6\smillion)/ })
    .first()
    .click()
  await page.waitForURL(/\/company\/needs\/[0-9a-f-]{36}$/)
}

test('a financier is invited with one thing ticked; it is taken back at once and given again; the talk is ended', async ({
  company,
}) => {
  await openNeedInTalks(company)
  const invite = company.getByRole('button', { name: /^邀请/ })
  for (const row of await company.locator('#matches ol > li').all()) {
    if (await invite.isVisible()) break
    const product = row.getByRole('link').first()
    await product.click()
    // Only then does its panel stand there, with boxes of its own.
    await expect(product).toHaveAttribute('aria-current', 'true')
  }
  await expect(company.getByRole('checkbox', { name: '财务数据' })).not.toBeChecked()
  await company.getByRole('checkbox', { name: '财务数据' }).check()
  await invite.click()
  await company.waitForURL(/\/introductions\//)
  await expect(company.getByText('已邀请。')).toBeVisible()
  await expect(company.getByRole('heading', { name: '它接受后能看 3 项' })).toBeVisible()

  const accounts = company.getByRole('listitem').filter({ hasText: '财务数据' })
  await accounts.getByText('改期限').click()
  const day = accounts.getByLabel('看到哪天为止')
  await day.fill(await day.evaluate((field: HTMLInputElement) => field.min))
  await accounts.getByRole('button', { name: '保存期限' }).click()
  await expect(company.getByText('新的期限已生效')).toBeVisible()
  const dated = await accounts.locator('p').nth(1).textContent()

  await company.getByRole('button', { name: /收回.*财务数据/ }).click()
  await expect(company.getByRole('heading', { name: '它接受后能看 2 项' })).toBeVisible()
  await company.getByRole('button', { name: '撤销' }).click()
  await expect(company.getByRole('heading', { name: '它接受后能看 3 项' })).toBeVisible()
  await expect(accounts.locator('p').nth(1), 'until the day it was').toHaveText(dated ?? '')

  await company.getByRole('button', { name: '结束对接…' }).click()
  const dialog = company.getByRole('dialog', { name: /结束与.+的对接？/ })
  await dialog.getByRole('button', { name: '结束对接' }).click()
  await expect(dialog.getByText('请写明原因').first()).toBeVisible()
  await dialog.getByLabel('原因').fill('先与另外两家谈')
  await dialog.getByRole('button', { name: '结束对接' }).click()
  await expect(company.getByText('企业结束')).toBeVisible()
  await expect(company.getByRole('heading', { name: '它现在能看 0 项' })).toBeVisible()
})

for (const [language, allIn, finding] of [
  ['zh', '综合年化', /全年总成本反而高|综合成本最低/],
  ['en', 'All-in yearly cost', /all-in/],
] as const)
  test(`offers stand side by side, all-in cost first (${language})`, async ({ company }) => {
    await openNeedInTalks(company, language)
    const offers = company.locator('#offers')
    await expect(offers.getByRole('heading', { level: 2 })).toHaveText(finding)
    await expect(offers.getByRole('rowheader').first()).toHaveText(allIn)
  })

test('a reported drawing cannot be disputed without saying what is wrong', async ({ company }) => {
  await company.goto('/zh/company/services')
  await company.getByText('有出入，提出异议').first().click()
  await company.getByRole('button', { name: '提出异议' }).first().click()
  await expect(company.getByText('请写明原因').first()).toBeVisible()
})
