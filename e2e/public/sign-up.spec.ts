import { expect, expectAccessible, test } from '../fixtures'
import { newCompany, newEmail, openLink, signUp } from '../newcomers'

test('a company signs up: what is wrong is said, the code meant is offered, and its link signs it in @phone', async ({
  page,
}) => {
  const company = newCompany()
  await page.goto('/zh/sign-up')
  await page.getByRole('link', { name: '企业注册' }).first().click()
  await page.getByRole('button', { name: '发送链接' }).click()
  const summary = page.getByRole('alert').filter({ hasText: '处要改' })
  await expect(summary).toBeFocused()
  await summary.getByRole('link', { name: '请填写姓名。' }).click()
  await expect(page.getByLabel('姓名')).toBeFocused()

  await page.getByLabel('单位名称').fill(company.name)
  await page.getByLabel('统一社会信用代码').fill(company.uscc.replace('MA0', 'mao').toLowerCase())
  await page.getByLabel('姓名').fill('林新来')
  await page.getByLabel('电话').fill('０２９－８８８８００００')
  await page.getByLabel('邮箱').fill(company.email)
  await page.getByRole('button', { name: '发送链接' }).click()
  await expect(summary).toContainText(company.uscc)
  await expect(page.getByLabel('单位名称')).toHaveValue(company.name)
  await page.getByRole('button', { name: `改用 ${company.uscc} 并提交` }).click()
  await openLink(page, company.password)
  await page.waitForURL(/\/zh\/company/)
})

test('a known code and a known address are answered as any other, and the link says who has an account', async ({
  page,
  newcomer,
}) => {
  const company = await signUp(page)
  const answerTo = async (typed: { uscc: string; email: string }) => {
    const other = await newcomer()
    await other.goto('/en/sign-up?kind=company')
    await other.getByLabel('Organisation name').fill(company.name)
    await other.getByLabel('Unified social credit code').fill(typed.uscc)
    await other.getByLabel('Full name').fill('Lin Xinlai')
    await other.getByLabel('Telephone').fill('029-88880000')
    await other.getByLabel('E-mail address').fill(typed.email)
    await other.getByRole('button', { name: 'Send the link' }).click()
    const answer = other.getByRole('status').filter({ hasText: 'Open the link that we sent' })
    await expect(answer).toBeFocused()
    return { other, words: (await answer.innerText()).replace(typed.email, 'the address') }
  }
  const fresh = await answerTo({ uscc: newCompany().uscc, email: newEmail() })
  const sameCode = await answerTo({ uscc: company.uscc, email: newEmail() })
  const sameAddress = await answerTo({ uscc: newCompany().uscc, email: company.email })
  expect(sameCode.words).toBe(fresh.words)
  expect(sameAddress.words).toBe(fresh.words)
  await expectAccessible(fresh.other)

  await sameAddress.other.getByRole('link', { name: 'Open the link' }).click()
  await expect(
    sameAddress.other.getByRole('heading', { name: 'This address has an account already' }),
  ).toBeVisible()
  await sameCode.other.getByRole('link', { name: 'Open the link' }).click()
  await expect(sameCode.other.getByText(company.uscc)).toBeVisible()
  await expectAccessible(sameCode.other)
  const link = sameCode.other.url()
  await sameCode.other.getByLabel('Choose a password').fill(company.password)
  await sameCode.other.getByRole('button', { name: 'Apply and sign in' }).click()
  await sameCode.other.waitForURL(/\/en\/company$/)
  await fresh.other.goto(link)
  await expect(
    fresh.other.getByRole('heading', { name: 'This link no longer works' }),
  ).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('a company signs up, and a wrong code is explained', async ({ page }) => {
    const company = newCompany()
    await page.goto('/zh/sign-up?kind=company')
    await page.getByLabel('统一社会信用代码').fill(company.uscc.slice(0, 17))
    await page.getByLabel('姓名').fill('林新来')
    await page.getByRole('button', { name: '发送链接' }).click()
    await expect(page.getByText('是 18 位').first()).toBeVisible()
    await expect(page.getByLabel('姓名')).toHaveValue('林新来')
    await signUp(page, company)
  })
})
