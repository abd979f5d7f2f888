import { expect, expectAccessible, test } from '../fixtures'
import { newEmail, signUp } from '../newcomers'

test('whoever forgot the password sets a new one by a link that works once, and every session ends', async ({
  page,
  newcomer,
}) => {
  const company = await signUp(page)
  const forgetful = await newcomer()
  await forgetful.goto('/zh/sign-in')
  await forgetful.getByRole('link', { name: '忘记密码' }).click()
  await expectAccessible(forgetful)
  const ask = async (email: string) => {
    await forgetful.goto('/zh/reset')
    await forgetful.getByLabel('邮箱').fill(email)
    await forgetful.getByRole('button', { name: '发送链接' }).click()
    const answer = forgetful.getByRole('status').filter({ hasText: '请打开我们发送的链接' })
    await expect(answer).toBeFocused()
    return (await answer.innerText()).replace(email, 'the address')
  }
  const unknown = await ask(newEmail())
  expect(await ask(company.email)).toBe(unknown)
  await forgetful.getByRole('link', { name: '打开链接' }).click()
  await expect(forgetful.getByRole('heading', { name: '设置新密码' })).toBeVisible()
  await expectAccessible(forgetful)
  const link = forgetful.url()
  await forgetful.getByLabel('设置密码').fill('quite another sentence')
  await forgetful.getByRole('button', { name: '保存新密码' }).click()
  await expect(forgetful.getByText('密码已改，请用新密码登录')).toBeVisible()
  await page.goto('/zh/company/team')
  await expect(page).toHaveURL(/\/sign-in/)
  await newcomer({ ...company, password: 'quite another sentence' })
  await forgetful.goto(link)
  await expect(forgetful.getByRole('heading', { name: '这个链接已经失效' })).toBeVisible()
})
