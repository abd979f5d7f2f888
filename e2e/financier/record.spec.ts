import { expectAccessible } from '../fixtures'
import { newUscc } from '../newcomers'
import { expect, refusal, said, test } from './given'

test('a service from elsewhere is reported once, corrected and voided @phone', async ({
  newcomer,
  given,
}) => {
  const bank = await given.bank()
  const page = await newcomer(bank.signIn)
  const uscc = newUscc()
  const report = async () => {
    await page.goto('/zh/financier/record/new')
    await page.getByLabel('统一社会信用代码').fill(uscc)
    await page.getByLabel('企业名称').fill('西安平台外科技有限公司')
    await page.getByLabel('融资方式').selectOption({ label: '信用贷款' })
    await page.getByLabel('合同编号').fill('HT-外-1')
    await page.getByRole('textbox', { name: '金额' }).fill('120')
    await page.getByRole('button', { name: '登记这笔服务' }).click()
  }
  await page.goto('/zh/financier/record')
  await expect(page.getByRole('heading', { name: '还没有服务记录' })).toBeVisible()
  await report()
  await expect(said(page, '已登记，等企业确认')).toBeVisible()
  await expect(page.getByRole('row', { name: /西安平台外科技有限公司/ })).toContainText('120 万元')
  await expectAccessible(page)
  await report()
  await expect(refusal(page, '没有重复登记')).toBeVisible()

  await page.goto('/zh/financier/record')
  const row = page.getByRole('row', { name: /西安平台外科技有限公司/ })
  await row.getByRole('link').click()
  await expectAccessible(page)
  await page.getByText('更正金额、日期或合同').click()
  await page.getByRole('textbox', { name: '金额' }).fill('130')
  await page.getByLabel('原因').first().fill('少填了 10 万')
  await page.getByRole('button', { name: '作废旧的，登记新的' }).click()
  await expect(said(page, '已更正')).toBeVisible()
  await expect(page.getByRole('row', { name: /120 万元/ })).toContainText('已作废')

  await page
    .getByRole('row', { name: /130 万元/ })
    .getByRole('link')
    .click()
  await page.getByText('作废这条记录').first().click()
  await page.getByRole('button', { name: '作废这条记录' }).click()
  await expect(refusal(page, '请写明原因')).toBeVisible()
  await page.getByLabel('原因').last().fill('重复')
  await page.getByRole('button', { name: '作废这条记录' }).click()
  await expect(said(page, '已作废')).toBeVisible()
})
