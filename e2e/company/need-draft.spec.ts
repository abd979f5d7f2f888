import { expect, onPhone, signIn, test } from '../fixtures'
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
  await expect(page.getByText('您的单位还在审核中')).toBeVisible()

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

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    test(`two steps back every answer is there, and forward again nothing is lost${onPhone(javaScriptEnabled)}`, async ({
      page,
    }) => {
      await signUp(page)
      await page.goto('/zh/company/needs/new')
      await page.getByRole('button', { name: '开始登记' }).click()
      await page.getByLabel('主要用途').selectOption({ label: '原料采购' })
      await page.getByLabel('用途说明').fill('采购晶圆，备一季度订单。')
      await page.getByRole('checkbox', { name: /^信用贷款/ }).check()
      await page.getByRole('button', { name: /保存，下一步/ }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('要多少，用多久？')
      await page.getByLabel('想要的金额').fill('900')
      await page.getByLabel('最低多少还有用').fill('400')
      await page.getByRole('checkbox', { name: '可以由几家分开给' }).check()
      await page.getByLabel('每家最少').fill('300')
      await page.getByRole('radio', { name: '24 个月' }).check()
      await page.getByRole('button', { name: /保存，下一步/ }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('能提供什么抵质押？')

      await page.goBack()
      await expect(page.getByLabel('想要的金额')).toHaveValue('900')
      await expect(page.getByLabel('最低多少还有用')).toHaveValue('400')
      await expect(page.getByRole('checkbox', { name: '可以由几家分开给' })).toBeChecked()
      await expect(page.getByLabel('每家最少')).toHaveValue('300')
      await expect(page.getByRole('radio', { name: '24 个月' })).toBeChecked()
      await page.goBack()
      await expect(page.getByLabel('主要用途')).toHaveValue('materials')
      await expect(page.getByLabel('用途说明')).toHaveValue('采购晶圆，备一季度订单。')
      await expect(page.getByRole('checkbox', { name: /^信用贷款/ })).toBeChecked()

      await page.goForward()
      await expect(page.getByLabel('最低多少还有用')).toHaveValue('400')
      await page.getByLabel('最低多少还有用').fill('450')
      await page.getByRole('button', { name: /保存，下一步/ }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('能提供什么抵质押？')
      await page.goBack()
      await expect(page.getByLabel('最低多少还有用')).toHaveValue('450')
      await expect(page.getByLabel('想要的金额')).toHaveValue('900')
    })
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
