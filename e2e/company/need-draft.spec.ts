import { expect, signIn, test } from '../fixtures'
import { signUp } from '../newcomers'
import { signOut, writeNeed } from './need-steps'

test('a need is written in five steps, one answer is changed on the check page, and the draft outlives a sign-out', async ({
  page,
}) => {
  const company = await signUp(page)
  await writeNeed(page)
  await expect(page.getByText('1,200 万元', { exact: true }).first()).toBeVisible()
  await page.getByRole('link', { name: '改 用多久' }).click()
  await expect(page.getByLabel('想要的金额')).toHaveValue('1200')
  await page.getByRole('radio', { name: '24 个月' }).check()
  await page.getByRole('button', { name: '保存，去核对' }).click()
  await expect(page).toHaveURL(/\/check$/)
  await expect(page.getByText('24 个月', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('贵单位还在审核中')).toBeVisible()

  await signOut(page)
  await signIn(page, company)
  await page.goto('/zh/company')
  await expect(page.getByRole('heading', { name: /写完草稿：1,200 万元信用贷款/ })).toBeVisible()
  await page.getByRole('link', { name: '接着写' }).click()
  await expect(page).toHaveURL(/\/check$/)
})

test('what is wrong is said beside its field and above the form, and nothing typed is lost @phone', async ({
  page,
}) => {
  await signUp(page)
  await page.goto('/zh/company/needs/new')
  await page.getByRole('button', { name: '开始登记' }).click()
  await page.getByRole('button', { name: /保存，下一步/ }).click()
  const summary = page.getByRole('alert').filter({ hasText: '处要改' })
  await expect(summary).toBeFocused()
  await expect(page).toHaveTitle(/^错误：/)
  await summary.getByRole('link', { name: '请选择主要用途。' }).click()
  await expect(page.getByLabel('主要用途')).toBeFocused()
  await page.getByLabel('主要用途').selectOption({ label: '研发投入' })
  await page.getByRole('checkbox', { name: /^信用贷款/ }).check()
  await page.getByRole('button', { name: /保存，下一步/ }).click()

  await page.getByLabel('想要的金额').fill('600')
  await page.getByLabel('最低多少还有用').fill('800')
  await page.getByRole('radio', { name: '12 个月' }).check()
  await page.getByRole('button', { name: /保存，下一步/ }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: '最低金额不能高于想要的金额' }),
  ).toBeVisible()
  await expect(page.getByLabel('最低多少还有用')).toHaveValue('800')
})

test('a draft can be thrown away, and the dialog names it', async ({ page }) => {
  await signUp(page)
  await writeNeed(page, '300')
  await page.getByRole('button', { name: '删除草稿…' }).click()
  const dialog = page.getByRole('dialog', { name: /删除 XQ-\d{4}-\d{6}？/ })
  await dialog.getByRole('button', { name: '删除草稿' }).click()
  await page.waitForURL(/\/zh\/company$/)
  await expect(page.getByRole('heading', { name: '从这两步开始' })).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the whole of a need is written and checked', async ({ page }) => {
    await signUp(page)
    await writeNeed(page)
    await expect(page.getByText('1,200 万元', { exact: true }).first()).toBeVisible()
    await expect(page.getByText('4.50%').first()).toBeVisible()
  })
})
