import { query } from '../../scripts/start/database.mjs'
import { expect, signIn, test } from '../fixtures'
import { signInOf } from '../sign-ins'

const city = () => process.env.DATABASE_URL ?? ''
const email = signInOf('financier').email

/** As if the newest session of the financier had last been used so many minutes ago. */
const unused = (minutes: number) =>
  query(
    city(),
    `update session set seen_at = now() - make_interval(secs => $1::numeric * 60) where id =
      (select s.id from session s join member m on m.id = s.member_id where m.email = $2 order by s.started_at desc limit 1)`,
    [minutes, email],
  )

test('after sign-out a copy of the cookie opens nothing', async ({ newcomer }) => {
  const page = await newcomer(signInOf('financier'))
  const copied = await page.context().cookies()
  await page.goto('/zh/financier/team')
  await page.getByRole('banner').getByRole('button', { name: /·/ }).click()
  await page.getByRole('button', { name: '退出' }).click()
  await expect(page).toHaveURL('/zh')
  await page.context().addCookies(copied)
  await page.goto('/zh/financier/team')
  await expect(page).toHaveURL(/\/zh\/sign-in\?next=/)
})

test('a session that nobody uses ends', async ({ newcomer }) => {
  const page = await newcomer(signInOf('financier'))
  await unused(29)
  await page.goto('/zh/financier/team')
  await expect(page).toHaveURL(/\/financier\/team$/)
  await unused(31)
  await page.goto('/zh/financier/team')
  await expect(page).toHaveURL(/\/zh\/sign-in\?next=/)
})

for (const [language, words] of [
  ['zh', { title: '还在吗？', stay: '继续使用', ended: '已自动退出', again: '重新登录' }],
  [
    'en',
    {
      title: 'Are you still there?',
      stay: 'Stay signed in',
      ended: 'You were signed out',
      again: 'Sign in again',
    },
  ],
] as const)
  test(`its page warns before, can prolong it, and says when it has ended (${language})${language === 'zh' ? ' @phone' : ''}`, async ({
    newcomer,
    troubles,
  }) => {
    const page = await newcomer()
    await page.clock.install()
    // The server's clock does not leap with the page's: the page's is back at the server's before that answers.
    await page.route('**/api/session', async (route) => {
      await page.clock.setSystemTime(new Date())
      await route.continue()
    })
    const dialog = page.getByRole('dialog')
    /** Half an hour later, once the page has begun to watch. */
    const expectLater = (title: string) =>
      expect(async () => {
        await page.clock.fastForward('28:01')
        const heading = dialog.getByRole('heading', { name: title })
        await expect(heading).toBeVisible({ timeout: 1500 })
      }).toPass()
    await signIn(page, signInOf('financier'), language)
    await page.goto(`/${language}/financier/team`)
    await unused(28.5)
    await expectLater(words.title)
    await dialog.getByRole('button', { name: words.stay }).click()
    await expect(dialog).toBeHidden()
    await page.goto(`/${language}/financier/team`)
    await expect(page).toHaveURL(/\/financier\/team$/)

    await unused(31)
    await expectLater(words.ended)
    await dialog.getByRole('button', { name: words.again }).click()
    await expect(page).toHaveURL(/\/sign-in\?next=/)
    // The browser notes the 401.
    troubles.length = 0
  })
