import type { Page } from '@playwright/test'
import { and, eq } from 'drizzle-orm'
import { introduction, member, need, organisation, service } from '@/db/schema'
import { dayOf } from '@/domain/calendar/calendar'
import { expect, said, test } from '../financier/given'
import { newCompany, newEmail, openLink } from '../newcomers'

/** From here on each form reaches the server twice at once, and the page gets the answer that came last. */
async function sendTwice(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    const answers: Awaited<ReturnType<typeof route.fetch>>[] = []
    const send = async () => answers.push(await route.fetch({ maxRedirects: 0 }))
    await Promise.all([send(), send()])
    const last = answers.at(-1)
    if (last) await route.fulfill({ response: last })
  })
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an invitation of a financier sent twice is one', async ({ newcomer, given }) => {
      const bank = await given.bank()
      const met = await given.need()
      const page = await newcomer(met.signIn)
      const match = await given.leadId(bank, met.need)
      await page.goto(`/zh/company/needs/${met.need.id}?match=${match}`)
      await sendTwice(page)
      await page.getByRole('button', { name: `邀请${bank.organisation.name}` }).click()
      await expect(page.getByText('已邀请。')).toBeVisible()
      expect(await given.db.$count(introduction, eq(introduction.needId, met.need.id))).toBe(1)
    })

    test('a claim sent twice takes one seat', async ({ newcomer, given }) => {
      const bank = await given.bank()
      const met = await given.need()
      const page = await newcomer(bank.signIn)
      await page.goto(`/zh/financier/leads/${await given.leadId(bank, met.need)}/claim`)
      await sendTwice(page)
      await page.getByRole('button', { name: '抢单，请企业授权' }).click()
      await expect(said(page, '已请企业授权，贵机构占一个名额')).toBeVisible()
      expect(await given.db.$count(introduction, eq(introduction.needId, met.need.id))).toBe(1)
    })

    test('a drawing sent twice is one row of the ledger', async ({ newcomer, given }) => {
      const bank = await given.bank()
      const id = await given.accepted(bank, await given.need())
      const page = await newcomer(bank.signIn)
      await page.goto(`/zh/financier/introductions/${id}`)
      await page.getByLabel('放款日').fill(dayOf(new Date()))
      await page.getByLabel('合同编号').fill(`HT-${bank.organisation.uscc}`)
      await sendTwice(page)
      await page.getByRole('button', { name: '登记放款' }).click()
      await expect(said(page, '放款已登记，等企业确认。')).toBeVisible()
      const drawn = and(eq(service.introductionId, id), eq(service.rung, 6))
      expect(await given.db.$count(service, drawn)).toBe(1)
    })

    test('a colleague invited twice by one form is one, with an address that works', async ({
      newcomer,
      given,
    }) => {
      const { signIn } = await given.company()
      const page = await newcomer(signIn)
      const email = newEmail()
      await page.goto('/zh/company/team')
      await page.getByLabel('姓名').fill('周同事')
      await page.getByLabel('邮箱').fill(email)
      await sendTwice(page)
      await page.getByRole('button', { name: '生成邀请地址' }).click()
      const shown = said(page, '给周同事的邀请地址')
      const address = new URL(await shown.getByText(/\/invitation\?token=/).innerText())
      expect(await given.db.$count(member, eq(member.email, email))).toBe(1)

      const colleague = await newcomer()
      await colleague.goto(address.pathname + address.search)
      await colleague.getByLabel('设置密码').fill('another sentence')
      await sendTwice(colleague)
      await colleague.getByRole('button', { name: '加入并登录' }).click()
      await colleague.waitForURL(/\/zh\/company$/)
    })

    test('a registration sent twice is one company, signed in', async ({ page, given }) => {
      const { name, uscc, email, password } = newCompany()
      await page.goto('/zh/sign-up?kind=company')
      await page.getByLabel('单位名称').fill(name)
      await page.getByLabel('统一社会信用代码').fill(uscc)
      await page.getByLabel('姓名').fill('林新来')
      await page.getByLabel('电话').fill('029-88880000')
      await page.getByLabel('邮箱').fill(email)
      await sendTwice(page)
      await page.getByRole('button', { name: '发送链接' }).click()
      await openLink(page, password)
      await page.waitForURL(/\/zh\/company$/)
      expect(await given.db.$count(organisation, eq(organisation.uscc, uscc))).toBe(1)
    })
  })

test('two quick clicks on a slow line start one need', async ({ newcomer, given }) => {
  const { signIn, company } = await given.company()
  const page = await newcomer(signIn)
  await page.goto('/zh/company/needs/new')
  let sent = 0
  await page.route('**/*', async (route) => {
    if (route.request().method() === 'POST') {
      sent += 1
      await new Promise((wait) => setTimeout(wait, 800))
    }
    await route.fallback()
  })
  await page.getByRole('button', { name: '开始登记' }).dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('钱用在哪里，愿意用哪几种方式？')
  expect(sent).toBe(1)
  expect(await given.db.$count(need, eq(need.organisationId, company.id))).toBe(1)
})
