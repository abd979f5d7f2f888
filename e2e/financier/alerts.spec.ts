import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures'
import { expect, test } from './given'

const WAN = 1_000_000

/** The bell in the bar, by what it says. */
const bell = (page: Page, words: string) =>
  page.getByRole('banner').getByRole('link', { name: words })

test('a need that fits is published: the bell shows it, and its link opens the lead @phone', async ({
  newcomer,
  given,
}) => {
  const bank = await given.bank()
  const page = await newcomer(bank.signIn)
  await page.goto('/zh/financier')
  await expect(bell(page, '通知')).toBeVisible()
  const { need, company } = await given.need({ amountFen: 360 * WAN })
  await page.goto('/zh/financier')
  await bell(page, '通知，1 条未读').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('通知：1 条未读')
  const line = page.getByRole('link', { name: /新线索：.+360\s万元信用贷款/ })
  await expect(line).toContainText(need.code)
  expect(await page.content()).not.toContain(company.name)
  await expectAccessible(page)
  await line.click()
  await page.waitForURL(/\/financier\/leads\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/360\s万元信用贷款/)
  await expect(bell(page, '通知')).not.toContainText('1')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('one is marked as read, then all', async ({ page, given }) => {
    const bank = await given.bank()
    for (const wan of [310, 320, 330]) await given.need({ amountFen: wan * WAN })
    await page.goto('/en/sign-in')
    await page.locator('input[name=email]').fill(bank.signIn.email)
    await page.locator('input[name=password]').fill(bank.signIn.password)
    await page.locator('input[name=password]').press('Enter')
    await page.waitForURL(/\/en\/financier/)
    await page.goto('/en/financier/notices')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notices: 3 unread')
    await page.getByRole('button', { name: /^Mark as read: New lead: .+CNY 3.2 million/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notices: 2 unread')
    await page.getByRole('button', { name: 'Mark all as read' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notices')
    await expect(page.getByRole('link', { name: /New lead/ })).toHaveCount(3)
  })
})

test('consent is asked for and given: each side is told, and the name stands only where it may', async ({
  newcomer,
  given,
}) => {
  const bank = await given.bank()
  const asked = await given.need()
  await given.consented(bank, asked)
  const company = await newcomer(asked.signIn)
  await company.goto('/zh/company')
  await bell(company, '通知，1 条未读').click()
  await company.getByRole('link', { name: `${bank.organisation.name}请您授权查看资料` }).click()
  await company.waitForURL(/\/company\/introductions\/[0-9a-f-]{36}$/)
  const page = await newcomer(bank.signIn)
  await page.goto('/zh/financier/notices')
  await page.getByRole('link', { name: `${asked.company.name}已授权` }).click()
  await page.waitForURL(/\/financier\/introductions\/[0-9a-f-]{36}$/)
})
