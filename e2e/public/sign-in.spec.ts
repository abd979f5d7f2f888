import { expect, test } from '../fixtures'
import { signInOf } from '../sign-ins'

for (const [language, words] of [
  ['zh', { password: '密码', act: '登录', email: '邮箱', wrong: '邮箱或密码不对', out: '退出' }],
  [
    'en',
    {
      password: 'Password',
      act: 'Sign in',
      email: 'E-mail address',
      wrong: 'address or the password is wrong',
      out: 'Sign out',
    },
  ],
] as const)
  test(`a member signs in to the page asked for, and out again (${language})`, async ({ page }) => {
    const { email, password } = signInOf('company')
    const team = `/${language}/company/team`
    const form = page.getByRole('main')
    await page.goto(team)
    await expect(page).toHaveURL(/\/sign-in\?next=/)
    await form.getByLabel(words.email).fill(email)
    await form.getByLabel(words.password).fill('not the password')
    await form.getByRole('button', { name: words.act }).click()
    await expect(page.getByRole('alert').first()).toContainText(words.wrong)
    await expect(form.getByLabel(words.email)).toHaveValue(email)
    await form.getByLabel(words.password).fill(password)
    await form.getByRole('button', { name: words.act }).click()
    await expect(page).toHaveURL(team)

    await page.getByRole('banner').getByRole('button', { name: /·/ }).click()
    await page.getByRole('button', { name: words.out }).click()
    await expect(page).toHaveURL(`/${language}`)
    await page.goto(team)
    await expect(page).toHaveURL(/\/sign-in/)
  })

test('another site’s address is not followed after signing in', async ({ page }) => {
  const { email, password } = signInOf('financier')
  await page.goto('/zh/sign-in?next=%2F%2Fother.example%2Fzh%2Ffinancier')
  await page.getByRole('main').getByLabel('邮箱').fill(email)
  await page.getByRole('main').getByLabel('密码').fill(password)
  await page.getByRole('main').getByRole('button', { name: '登录' }).click()
  await expect(page).toHaveURL(/^[^?]*\/zh\/financier$/)
})

test('a page of another audience is forbidden', async ({ company, troubles }) => {
  const answer = await company.goto('/zh/official/team')
  expect(answer?.status()).toBe(403)
  await expect(company.getByRole('heading', { name: '您的账号不能看这一页' })).toBeVisible()
  // The browser notes a 403 in its console.
  troubles.length = 0
})
