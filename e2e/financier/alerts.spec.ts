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

test('the bell of an open page renews when one moves on, and when its tab is looked at again', async ({
  newcomer,
  given,
}) => {
  const bank = await given.bank()
  const page = await newcomer(bank.signIn)
  await page.clock.install()
  // Its seconds are counted from when its script began.
  await page.goto('/en/financier/products', { waitUntil: 'networkidle' })
  await expect(bell(page, 'Notices')).toBeVisible()
  await given.need({ amountFen: 360 * WAN })
  await page.clock.fastForward(11_000)
  await page
    .getByRole('banner')
    .getByRole('link', { name: /^Pipeline/ })
    .click()
  await expect(bell(page, 'Notices, 1 unread')).toBeVisible()
  await given.need({ amountFen: 370 * WAN })
  await page.clock.fastForward(11_000)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(bell(page, 'Notices, 2 unread')).toBeVisible()
  await bell(page, 'Notices, 2 unread').click()
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notices')
  await expect(bell(page, 'Notices')).not.toContainText(/\d/)
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
  const [bank, other] = [await given.bank(), await given.bank()]
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
  const stranger = await newcomer(other.signIn)
  await stranger.goto('/zh/financier/notices')
  await expect(stranger.getByRole('link', { name: /新线索：/ })).toContainText(asked.need.code)
  expect(await stranger.content()).not.toContain(asked.company.name)
})

test('conditions are saved as a view with an alert, changed, put back, and a lead that fits is told by its name', async ({
  newcomer,
  given,
}) => {
  const bank = await given.bank()
  await given.need({ amountFen: 310 * WAN })
  const page = await newcomer(bank.signIn)
  await page.goto('/zh/financier?from=300')
  await page.getByText('存为视图').click()
  await page.getByRole('button', { name: '保存视图' }).click()
  await expect(page.getByText('请给视图起个名称').first()).toBeVisible()
  await page.getByLabel('视图名称').fill('三百万以上')
  await page.getByLabel('有新线索时通知我').check()
  await page.getByRole('button', { name: '保存视图' }).click()
  await page.waitForURL(/\/financier\?view=[0-9a-f-]{36}$/)
  const tab = page.getByRole('navigation', { name: '按产品和名单查看' }).getByRole('link', {
    name: '三百万以上',
  })
  await expect(tab).toHaveAttribute('aria-current', 'page')
  await expect(tab).toContainText('1')
  await expect(page.getByRole('button', { name: '保存设置' })).toBeHidden()
  await expectAccessible(page)

  await page.getByText('视图设置').press('Enter')
  await expect(page.getByLabel('视图名称')).toBeVisible()
  await page.getByLabel('视图名称').press('Escape')
  await expect(page.getByLabel('视图名称')).toBeHidden()
  await expect(page.locator('summary').filter({ hasText: '视图设置' })).toBeFocused()

  await page.getByRole('link', { name: /^去掉条件/ }).click()
  await expect(page.getByText('条件已改动')).toBeVisible()
  await page.getByRole('link', { name: '放弃改动' }).click()
  await expect(page.getByRole('link', { name: /^去掉条件/ })).toHaveCount(1)

  await given.need({ amountFen: 210 * WAN })
  const { need } = await given.need({ amountFen: 420 * WAN })
  await page.goto('/zh/financier/notices')
  const lines = page.getByRole('link', { name: /线索：/ })
  await expect(lines).toHaveCount(3)
  await expect(page.getByRole('link', { name: /^未读 新线索：/ })).toHaveCount(2)
  const told = page.getByRole('link', { name: /视图“三百万以上”有新线索：.+420\s万元/ })
  await expect(told).toContainText(need.code)
  await told.click()
  await page.waitForURL(/\/financier\/leads\//)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('a view opens first, is renamed and deleted', async ({ page, given }) => {
    const bank = await given.bank()
    await given.need({ amountFen: 310 * WAN })
    await page.goto('/en/sign-in')
    await page.locator('input[name=email]').fill(bank.signIn.email)
    await page.locator('input[name=password]').fill(bank.signIn.password)
    await page.locator('input[name=password]').press('Enter')
    await page.waitForURL(/\/en\/financier/)
    await page.goto('/en/financier?class=credit-loan')
    await page.getByText('Save as a view').click()
    await page.getByLabel('Name of the view').fill('Credit')
    await page.getByRole('button', { name: 'Save the view' }).click()
    await page.getByText('View settings').click()
    await page.getByLabel('Leads open with this view').check()
    await page.getByLabel('Name of the view').fill('Credit loans')
    await page.getByRole('button', { name: 'Save the settings' }).click()
    await page.goto('/en/financier')
    await expect(page).toHaveURL(/view=/)
    const tabs = page.getByRole('navigation', { name: 'By product and list' })
    await expect(tabs.getByRole('link', { name: 'Credit loans' })).toHaveAttribute(
      'aria-current',
      'page',
    )
    await tabs.getByRole('link', { name: /^All/ }).click()
    await expect(page).toHaveURL(/all=yes/)
    await tabs.getByRole('link', { name: 'Credit loans' }).click()
    await page.getByText('View settings').click()
    await page.getByRole('button', { name: 'Delete the view…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await expect(tabs.getByRole('link', { name: 'Credit loans' })).toHaveCount(0)
  })
})

test('how one is told is set and kept: no mail, in English, and a kind switched off stays off', async ({
  newcomer,
  given,
}) => {
  const bank = await given.bank()
  const page = await newcomer(bank.signIn)
  await page.goto('/zh/financier/notices')
  await page.getByRole('link', { name: '通知设置' }).first().click()
  await page.waitForURL(/\/account\/notices/)
  await expect(page.getByRole('radio', { name: /每天/ })).toBeChecked()
  await page.getByRole('radio', { name: /每周/ }).check()
  await page.getByRole('radio', { name: 'English' }).check()
  await page.getByRole('checkbox', { name: '新线索', exact: true }).uncheck()
  await page.getByRole('button', { name: '保存设置' }).click()
  await expect(page.getByText('设置已保存。')).toBeVisible()
  await expectAccessible(page)
  await page.reload()
  await expect(page.getByRole('radio', { name: /每周/ })).toBeChecked()
  await expect(page.getByRole('radio', { name: 'English' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: '新线索', exact: true })).not.toBeChecked()
  await given.need()
  await page.goto('/zh/financier/notices')
  await expect(page.getByRole('heading', { name: '还没有通知' })).toBeVisible()
})
