import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures'
import { expect, refusal, said, test } from './given'

async function logContact(page: Page) {
  await page.getByRole('radio', { name: '上门走访' }).check()
  await page.getByLabel('记一笔').fill('看了车间')
  await page.getByRole('button', { name: '登记联系' }).click()
  await expect(said(page, '联系已登记')).toBeVisible()
}

test('contact, a complete file, an offer, its replacement and the approval @phone', async ({
  newcomer,
  given,
}) => {
  const bank = await given.bank()
  const met = await given.need()
  await given.consented(bank, met)
  const page = await newcomer(bank.signIn)
  await page.goto('/zh/financier/pipeline')
  await page.getByRole('link', { name: met.company.name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(met.company.name)
  await expect(page.getByText('这次查看已记录，企业看得到')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: '登记联系' }).click()
  await expect(refusal(page, '请选择怎么联系的')).toBeVisible()
  await logContact(page)

  await page.getByRole('link', { name: '出意向方案' }).click()
  await page.getByLabel('名义利率').fill('３.４５％')
  await page.getByLabel('一次性费用').fill('2.4')
  await page.getByRole('button', { name: '核对成本' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('企业会按综合年化')
  await expectAccessible(page)
  await page.getByRole('link', { name: '回去修改' }).click()
  await expect(page.getByLabel('一次性费用')).toHaveValue('2.4')
  await page.getByLabel('一次性费用').fill('')
  await page.getByRole('button', { name: '核对成本' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/企业会按综合年化 3\.5\d% 比较/)
  await page.getByRole('button', { name: '发出意向方案' }).click()
  await expect(said(page, '意向方案已发给企业')).toBeVisible()

  await page.getByRole('link', { name: '换一份意向方案' }).click()
  await page.getByLabel('金额').fill('900 万')
  await page.getByRole('button', { name: '核对成本' }).click()
  await expect(refusal(page, '金额超过需求还缺的部分')).toBeVisible()
  await page.getByLabel('金额').fill('400 万')
  await page.getByRole('button', { name: '核对成本' }).click()
  await expect(page.getByText(/发出后替换现在的方案 FA-/)).toBeVisible()
  await page.getByRole('button', { name: '发出意向方案' }).click()
  await expect(page.getByText('已被新方案替换')).toBeVisible()

  await page.getByRole('button', { name: '材料已齐' }).click()
  await page.getByRole('link', { name: '批准最终方案' }).click()
  await page.getByRole('button', { name: '核对成本' }).click()
  await page.getByRole('button', { name: '批准并发给企业' }).click()
  await expect(page.getByRole('heading', { name: '方案已批准，等企业接受' })).toBeVisible()
  await page.getByRole('button', { name: '撤回', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: /^撤回方案/ })
  await expect(dialog.getByText('这是贵机构已经批准的')).toBeVisible()
  await dialog.getByRole('button', { name: '撤回', exact: true }).click()
  await expect(page.getByRole('heading', { name: '材料已齐，请作出决定' })).toBeVisible()
})

test('a need is declined with a code, and a seat is free again', async ({ newcomer, given }) => {
  const bank = await given.bank()
  const met = await given.need()
  const id = await given.consented(bank, met)
  const page = await newcomer(bank.signIn)
  await page.goto(`/en/financier/introductions/${id}`)
  await page.getByRole('link', { name: 'Decline…' }).click()
  await expect(page.getByText('This cannot be undone')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Reason').selectOption({ label: 'Other' })
  await page.getByRole('button', { name: 'Decline this need' }).click()
  await expect(refusal(page, 'say why in words')).toBeVisible()
  await page.getByLabel('Reason').selectOption({ label: 'Quota used up' })
  await page.getByRole('button', { name: 'Decline this need' }).click()
  await expect(said(page, 'the seat is free')).toBeVisible()
  await expect(page.getByText('Quota used up (Time will put it right)')).toBeVisible()
  await page.goto(`/en/financier/introductions/${id}`)
  expect(await page.content()).not.toContain(met.company.name)
})

test("somebody else's introduction is not found", async ({ newcomer, given }) => {
  const [bank, stranger] = await Promise.all([given.bank(), given.bank()])
  const id = await given.consented(bank, await given.need())
  const page = await newcomer(stranger.signIn)
  const answer = await page.goto(`/zh/financier/introductions/${id}`)
  expect(answer?.status()).toBe(404)
})
test.use({ expectedTroubles: [/404/] })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('contact is logged and an offer sent', async ({ newcomer, given }) => {
    const bank = await given.bank()
    const id = await given.consented(bank, await given.need())
    const page = await newcomer(bank.signIn)
    await page.goto(`/zh/financier/introductions/${id}`)
    await logContact(page)
    await page.getByRole('link', { name: '出意向方案' }).click()
    await page.getByLabel('名义利率').fill('看情况')
    await page.getByRole('button', { name: '核对成本' }).click()
    await expect(refusal(page, '请填写年利率，例如 3.45')).toBeVisible()
    await expect(page.getByLabel('名义利率')).toHaveValue('看情况')
    await page.getByLabel('名义利率').fill('3.6')
    await page.getByRole('button', { name: '核对成本' }).click()
    await page.getByRole('button', { name: '发出意向方案' }).click()
    await expect(said(page, '意向方案已发给企业')).toBeVisible()
  })
})
