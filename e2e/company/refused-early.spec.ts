import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../fixtures'
import { signUp } from '../newcomers'
import { writeNeed } from './need-steps'

/** The sentence at a field, which its control names as its description. */
async function expectAtField(page: Page, name: string, sentence: string | RegExp) {
  const field = page.locator(`[name="${name}"]`).first()
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  const id = (await field.getAttribute('aria-describedby'))?.split(' ')[0] ?? ''
  await expect(page.locator(`[id="${id}"]`)).toHaveText(sentence)
}

test('a need says beside its fields what cannot be, while it is typed @phone', async ({ page }) => {
  await signUp(page)
  await writeNeed(page, '六百万')
  await page.getByRole('link', { name: '改 主要用途' }).click()
  const words = page.getByLabel('用途说明')
  await words.fill('备料，找林工一三八 零零零零 １２３４')
  await expect(page.getByText('这里有电话“一三八 零零零零 １２３４”')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '保存，去核对' }).click()
  await expect(page).toHaveURL(/\/check$/)

  await page.getByRole('link', { name: '改 想要的金额' }).click()
  const amount = page.locator('input[name=amountFen]')
  await expect(amount).toHaveValue('600')
  await amount.fill('6,000,000')
  await expect(page.getByText('600 亿元？若您指的是 6,000,000 元，请填 600。')).toBeVisible()
  await page.getByRole('button', { name: '保存，去核对' }).click()
  await expectAtField(page, 'amountFen', '金额最多 50 亿元，请核对单位是万元。')
  await amount.fill('600萬')
  await page.getByRole('button', { name: '保存，去核对' }).click()
  await expect(page).toHaveURL(/\/check$/)

  await page.goto(page.url().replace(/check$/, 'edit/cost?from=check'))
  await page.locator('input[name=wantedBy]').fill('2024-01-02')
  await page.getByRole('button', { name: '保存，去核对' }).click()
  await expectAtField(page, 'wantedBy', '用款时间已过，请改为今天或以后。')
})

test('a profile refuses a founding day to come and a certificate that has run out, at the field', async ({
  page,
}) => {
  await signUp(page)
  await page.goto('/zh/company/profile/business')
  await page.getByRole('checkbox', { name: /不在这 19 条链上/ }).check()
  await page.locator('input[name=stage]').first().check()
  await page.locator('input[name=foundedOn]').fill('2030-01-01')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expectAtField(page, 'foundedOn', '成立日期不能晚于今天，请对照营业执照。')

  await page.goto('/zh/company/profile/property')
  await page.locator('input[name=inventionPatents]').fill('三件')
  const row = (field: string) => page.locator(`[name="qualifications[0].${field}"]`)
  await row('kind').selectOption({ index: 1 })
  await row('validFrom').fill('2020-01-01')
  await row('validTo').fill('2022-12-31')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expectAtField(page, 'qualifications[0].validTo', /^这张证书已过有效期/)
  await row('validTo').fill('2099-12-31')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page).toHaveURL(/\/company\/profile\?done/)
})

test('a bank is offered no shares to sell', async ({ financier }) => {
  await financier.goto('/zh/financier/products/new')
  const classes = financier.locator('select[name=class] option')
  await expect(classes.filter({ hasText: '信用贷款' })).toHaveCount(1)
  await expect(classes.filter({ hasText: '股权投资' })).toHaveCount(0)
})
