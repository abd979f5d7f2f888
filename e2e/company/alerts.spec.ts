import { outboxMail } from '@/db/schema'
import { newId } from '@/domain/id'
import { expectAccessible } from '../fixtures'
import { expect, test } from '../financier/given'

for (const [language, words] of [
  ['zh', { asked: '请您授权查看资料', all: '全部标为已读', none: '通知' }],
  ['en', { asked: 'asks to see your profile', all: 'Mark all as read', none: 'Notices' }],
] as const)
  test(`a request for consent is told to the company, leads to its answer, and is read then (${language})${language === 'zh' ? ' @phone' : ''}`, async ({
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

for (const [language, words] of [
  [
    'zh',
    {
      own: '发给我的邮件',
      outbox: '发件箱',
      none: '还没有邮件',
      waits: '未发出',
      subject: '科融：NAME的新通知',
    },
  ],
  [
    'en',
    {
      own: 'Mails to me',
      outbox: 'Outbox',
      none: 'No mails yet',
      waits: 'Not sent',
      subject: 'Kerong: news for NAME',
    },
  ],
] as const)
  test(`a mail is kept where it is read: by its member, and in the outbox by an official, by nobody else (${language})`, async ({
    newcomer,
    official,
    given,
  }) => {
    const [to, other] = [await given.company(), await given.company()]
    const subject = words.subject.replace('NAME', to.company.name)
    const address = `https://kerong.example/${language}/company/notices`
    const id = newId()
    await given.db.insert(outboxMail).values({
      id,
      memberId: to.actor.memberId,
      period: 'daily 2024-05-15',
      email: to.signIn.email,
      language,
      subject,
      text: `全部通知：${address}`,
      html: '',
      writtenAt: new Date(),
    })

    const own = await newcomer(to.signIn)
    await own.goto(`/${language}/account/mails`)
    await expect(own.getByRole('heading', { level: 1 })).toHaveText(words.own)
    await expect(own.getByRole('row').filter({ hasText: subject })).toContainText(words.waits)
    await own.getByRole('link', { name: subject }).click()
    const read = own.getByRole('article', { name: subject })
    const link = read.getByRole('link', { name: address })
    await expect(link).toHaveAttribute('href', `/${language}/company/notices`)
    await expectAccessible(own)

    await official.goto(`/${language}/official/outbox`)
    await expect(official.getByRole('heading', { level: 1 })).toHaveText(words.outbox)
    const row = official.getByRole('row').filter({ hasText: subject })
    await expect(row).toContainText(to.signIn.email)
    await row.getByRole('link', { name: subject }).click()
    const kept = official.getByRole('article', { name: subject })
    await expect(kept).toContainText(address)
    await expect(kept.getByRole('link', { name: address }), 'it is not the official’s').toHaveCount(
      0,
    )
    await expectAccessible(official)

    const stranger = await newcomer(other.signIn)
    await stranger.goto(`/${language}/account/mails?mail=${id}`)
    await expect(stranger.getByRole('heading', { name: words.none })).toBeVisible()
    expect(await stranger.content()).not.toContain(subject)
  })
