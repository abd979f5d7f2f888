import { expect, test } from '../fixtures'
import { newCompany, signUp } from '../newcomers'

test('a company signs up: what is wrong is said, the code meant is offered, and it is signed in at once @phone', async ({
  page,
}) => {
  const company = newCompany()
  await page.goto('/zh/sign-up')
  await page.getByRole('link', { name: '企业注册' }).first().click()
  await page.getByRole('button', { name: '注册并登录' }).click()
  const summary = page.getByRole('alert').filter({ hasText: '处要改' })
  await expect(summary).toBeFocused()
  await summary.getByRole('link', { name: '请填写姓名。' }).click()
  await expect(page.getByLabel('姓名')).toBeFocused()

  await page.getByLabel('单位名称').fill(company.name)
  await page.getByLabel('统一社会信用代码').fill(company.uscc.replace('MA0', 'mao').toLowerCase())
  await page.getByLabel('姓名').fill('林新来')
  await page.getByLabel('电话').fill('０２９－８８８８００００')
  await page.getByLabel('邮箱').fill(company.email)
  await page.getByLabel('设置密码').fill(company.password)
  await page.getByRole('button', { name: '注册并登录' }).click()
  await expect(summary).toContainText(company.uscc)
  await expect(page.getByLabel('单位名称')).toHaveValue(company.name)
  await page.getByRole('button', { name: `用 ${company.uscc} 注册` }).click()
  await page.waitForURL(/\/zh\/company/)
})

test('a code that is registered already is not registered again', async ({ page, newcomer }) => {
  const company = await signUp(page)
  const other = await newcomer()
  await other.goto('/en/sign-up?kind=company')
  await other.getByLabel('Organisation name').fill(company.name)
  await other.getByLabel('Unified social credit code').fill(company.uscc)
  await other.getByLabel('Full name').fill('Lin Xinlai')
  await other.getByLabel('Telephone').fill('029-88880000')
  await other.getByLabel('E-mail address').fill(`second-${company.email}`)
  await other.getByLabel('Choose a password').fill(company.password)
  await other.getByRole('button', { name: 'Register and sign in' }).click()
  await expect(other.getByRole('alert').first()).toContainText('registered already')
  await expect(other.getByLabel('Full name')).toHaveValue('Lin Xinlai')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('a company signs up, and a wrong code is explained', async ({ page }) => {
    const company = newCompany()
    await page.goto('/zh/sign-up?kind=company')
    await page.getByLabel('统一社会信用代码').fill(company.uscc.slice(0, 17))
    await page.getByLabel('姓名').fill('林新来')
    await page.getByRole('button', { name: '注册并登录' }).click()
    await expect(page.getByText('是 18 位').first()).toBeVisible()
    await expect(page.getByLabel('姓名')).toHaveValue('林新来')
    await signUp(page, company)
  })
})
