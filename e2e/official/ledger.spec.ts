import { demoPassword, personas } from '../../scripts/city/personas'
import { expectAccessible } from '../fixtures'
import { expect, test, type Given } from './given'

async function aRow(given: Given, more: Parameters<Given['service']>[1] = {}) {
  const company = await given.company()
  const financier = await given.financier()
  const row = await given.service({ companyId: company.id, financierId: financier.id }, more)
  return { company, financier, row }
}

test('a row is verified by a note, and then it is evidenced', async ({ official, given }) => {
  const { row } = await aRow(given)
  await official.goto(`/zh/official/ledger/${row.id}`)
  await expect(official.getByText('仅申报')).toBeVisible()
  await expectAccessible(official)
  await official.getByRole('button', { name: '核实这条记录' }).click()
  await expect(official.getByRole('alert').filter({ hasText: '请写明凭什么核实' })).toBeVisible()
  await official.getByLabel('凭什么核实').fill('已查验借款合同')
  await official.getByRole('button', { name: '核实这条记录' }).click()
  await expect(official.getByRole('status').filter({ hasText: '已核实' }).first()).toBeVisible()
  await expect(official.getByText('已查验借款合同')).toBeVisible()
  await expect(official.getByText('有凭证', { exact: true })).toBeVisible()
})

test('a row is corrected by a new one that names it', async ({ official, given }) => {
  const { row, company } = await aRow(given, { happenedOn: '2022-04-10' })
  await official.goto(`/zh/official/ledger/${row.id}`)
  await official.getByRole('button', { name: '更正' }).click()
  const dialog = official.getByRole('dialog')
  await expect(dialog.getByRole('heading')).toContainText(company.name)
  await expectAccessible(official)
  await dialog.getByLabel('金额').fill('80')
  await dialog.getByRole('button', { name: '作废并重新登记' }).click()
  await expect(dialog.getByRole('alert').filter({ hasText: '请写明原因' })).toBeVisible()
  await expect(dialog.getByLabel('金额')).toHaveValue('80')
  await dialog.getByLabel('原因').fill('银行更正金额')
  await dialog.getByRole('button', { name: '作废并重新登记' }).click()
  await expect(official.getByRole('status').filter({ hasText: '已更正' }).first()).toBeVisible()
  await expect(official.getByRole('heading', { level: 1 })).toContainText('80 万元')
  await official.getByRole('link', { name: '原来的记录' }).click()
  await expect(official.getByText('已作废').first()).toBeVisible()
  await expect(official.getByText('银行更正金额')).toBeVisible()
  await official.goto(`/zh/official?from=2022-04&to=2022-04&company=${company.id}`)
  await expect(official.getByRole('heading', { level: 1 })).toContainText(
    '1 家、1 家次，到账 80 万元',
  )
})

test('without JavaScript a voiding that lacks its reason says so in the open', async ({
  browser,
  baseURL,
  official,
  given,
}) => {
  const { row } = await aRow(given, { happenedOn: '2022-05-10' })
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    storageState: await official.context().storageState(),
  })
  const page = await context.newPage()
  await page.goto(`/zh/official/ledger/${row.id}`)
  await page.getByRole('button', { name: '作废' }).click()
  await page.getByRole('button', { name: '作废这条记录' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '请写明原因' })).toBeVisible()
  await page.getByRole('dialog').filter({ hasText: '作废' }).getByLabel('原因').fill('重复登记')
  await page.getByRole('button', { name: '作废这条记录' }).click()
  await expect(page.getByRole('status').filter({ hasText: '已作废' }).first()).toBeVisible()
  await context.close()
})

test.describe('outside the scope', () => {
  test.use({ expectedTroubles: [/404/] })

  test('a row of another district is not found, nor its company', async ({ newcomer, given }) => {
    const place = { district: 'beilin' as const, zone: null }
    const company = await given.company(place)
    const financier = await given.financier()
    const row = await given.service({ companyId: company.id, financierId: financier.id }, place)
    const page = await newcomer({ email: personas.districtOfficial.email, password: demoPassword })
    for (const path of [`ledger/${row.id}`, `organisations/${company.id}`, 'ledger/nothing']) {
      const answer = await page.goto(`/zh/official/${path}`)
      expect(answer?.status(), path).toBe(404)
    }
    await page.goto(`/zh/official/ledger?from=2022-03&to=2022-03&company=${company.id}&of=all`)
    await expect(page.getByText('没有符合条件的记录')).toBeVisible()
  })
})
