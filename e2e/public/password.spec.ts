import { expect, test } from '../fixtures'
import { signUp } from '../newcomers'

test('a changed password ends every other session, and this one goes on', async ({
  page,
  newcomer,
}) => {
  const company = await signUp(page)
  const elsewhere = await newcomer(company)
  await elsewhere.goto('/zh/company/team')
  await expect(elsewhere).toHaveURL(/\/team$/)

  await page.goto('/zh/account/password')
  await page.getByLabel('当前密码').fill('not the password')
  await page.getByLabel('新密码').fill('quite another sentence')
  await page.getByRole('button', { name: '修改密码' }).click()
  await expect(page.getByRole('alert').first()).toContainText('当前密码不对')
  await page.getByLabel('当前密码').fill(company.password)
  await page.getByLabel('新密码').fill('quite another sentence')
  await page.getByRole('button', { name: '修改密码' }).click()
  await expect(page.getByText('密码已改')).toBeVisible()
  await page.goto('/zh/company/team')
  await expect(page).toHaveURL(/\/team$/)

  await elsewhere.reload()
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  const back = await newcomer({ ...company, password: 'quite another sentence' })
  await expect(back).toHaveURL(/\/zh\/company$/)
})
