import { expectAccessible } from '../fixtures'
import { expect, test } from '../financier/given'

for (const [language, words] of [
  ['zh', { asked: '请您授权查看资料', all: '全部标为已读', none: '通知' }],
  ['en', { asked: 'asks to see your profile', all: 'Mark all as read', none: 'Notices' }],
] as const)
  test(`a request for consent is told to the company, leads to its answer, and is read then (${language}) @phone`, async ({
    newcomer,
    given,
  }) => {
    const bank = await given.bank()
    const asked = await given.need()
    await given.claimed(bank, asked.need)
    const page = await newcomer(asked.signIn)
    await page.goto(`/${language}/company/notices`)
    const line = page.getByRole('link', { name: words.asked })
    await expect(line).toContainText(bank.organisation.name)
    await expect(page.getByRole('button', { name: words.all })).toBeVisible()
    await expectAccessible(page)
    await line.click()
    await page.waitForURL(/\/company\/introductions\/[0-9a-f-]{36}$/)
    await page.goto(`/${language}/company/notices`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.none)
  })

test('mails are kept where they are read: by their member, and in the outbox by an official', async ({
  company,
  official,
}) => {
  await company.goto('/zh/account/mails')
  await expect(company.getByRole('heading', { level: 1 })).toHaveText('发给我的邮件')
  await expectAccessible(company)
  await official.goto('/zh/official/outbox')
  await expect(official.getByRole('heading', { level: 1 })).toHaveText('发件箱')
  await expectAccessible(official)
})
