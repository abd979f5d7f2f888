import type { Page } from '@playwright/test'
import { makeProduct } from '@/domain/testing/rows'
import { query } from '../../scripts/start/database.mjs'
import { expect, test } from '../financier/given'
import { signUp } from '../newcomers'
import { signInOf } from '../sign-ins'

/** All that the tab keeps of what was typed. */
const kept = (page: Page) =>
  page.evaluate(() =>
    Object.entries(sessionStorage)
      .filter(([key]) => key.startsWith('typed:'))
      .join(),
  )

/** As if its member had used no page for hours. */
const expire = (email: string) =>
  query(
    process.env.DATABASE_URL ?? '',
    `update session set seen_at = now() - interval '3 hours' where member_id in (select id from member where email = $1)`,
    [email],
  )

async function signInHere(page: Page, who: { email: string; password: string }) {
  await page.locator('input[name=email]').fill(who.email)
  await page.locator('input[name=password]').fill(who.password)
  await page.locator('input[name=password]').press('Enter')
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
}

async function signOut(page: Page) {
  await page.getByRole('banner').getByRole('button', { name: /·/ }).click()
  await page.getByRole('button', { name: '退出' }).click()
  await expect(page).toHaveURL('/zh')
}

test('a half-typed need keeps itself: in the other language, on another page and in another window @phone', async ({
  page,
}) => {
  await signUp(page)
  await page.goto('/zh/company/needs/new')
  await page.getByRole('button', { name: '开始登记' }).click()
  await page.getByLabel('主要用途').selectOption({ label: '原料采购' })
  await page.getByRole('checkbox', { name: /^信用贷款/ }).check()
  await page.getByRole('button', { name: /保存，下一步/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('要多少，用多久？')
  const address = page.url()
  const amount = page.locator('input[name=amountFen]')
  await amount.fill('六百')
  await page.getByLabel('最低多少还有用').fill('four')
  await expect(page.getByText('6,000,000 元，即 600 万元')).toBeVisible()
  await expect(page.getByText(/^草稿已保存 \d\d:\d\d；还读不懂的内容/)).toBeVisible()

  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/en\//)
  await expect(amount).toHaveValue('六百')
  await expect(page.locator('input[name=leastFen]')).toHaveValue('four')
  await expect(page.getByText(/^What you typed by \d\d:\d\d is back/)).toBeVisible()

  await page.goto('/zh/company')
  await page.goBack()
  await expect(amount).toHaveValue('六百')

  const window = await page.context().newPage()
  await window.goto(address)
  await expect(window.locator('input[name=amountFen]')).toHaveValue('600')
  await window.getByRole('radio', { name: '24 个月' }).check()
  await expect(window.getByText(/^草稿已保存/)).toBeVisible()
  await window.getByRole('button', { name: /保存，下一步/ }).click()
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('能提供什么抵质押？')

  await amount.fill('900')
  await expect(page.getByText(/changed elsewhere/)).toBeVisible()
  await window.goto(address)
  await expect(window.locator('input[name=amountFen]')).toHaveValue('600')
})

test('words typed into a session that ended come back after signing in, to their writer alone @phone', async ({
  newcomer,
  given,
}) => {
  const bank = await given.bank()
  const page = await newcomer(bank.signIn)
  const name = page.locator('input[name=companyName]')
  await page.goto('/zh/financier/record/new')
  await name.fill('西安写到一半科技')
  await page.locator('input[name=contractNo]').fill('HT-HALF-1')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(name).toHaveValue('西安写到一半科技')

  await expire(bank.signIn.email)
  await page.reload()
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await signInHere(page, bank.signIn)
  await expect(page).toHaveURL(/\/en\/financier\/record\/new$/)
  await expect(name).toHaveValue('西安写到一半科技')
  await expect(page.locator('input[name=contractNo]')).toHaveValue('HT-HALF-1')

  await expire(bank.signIn.email)
  await page.locator('input[name=secures]').fill('HT-0')
  await page.getByRole('button', { name: 'Report this service' }).click()
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await signInHere(page, signInOf('financier'))
  await page.goto('/zh/financier/record/new')
  await expect(name).toHaveValue('')
  await expect.poll(() => kept(page), 'the next person reads nothing').toBe('')
})

test('at sign-out nothing stays, in this tab and in another; nor once it was sent', async ({
  newcomer,
  given,
}) => {
  const bank = await given.bank()
  const { company } = await given.company()
  const page = await newcomer(bank.signIn)
  await page.goto('/zh/financier/record/new')
  const other = await page.context().newPage()
  await other.goto('/zh/financier/record/new')
  for (const one of [page, other]) {
    await one.locator('input[name=uscc]').fill(company.uscc)
    await expect(one.getByText(/^已暂存在本机/)).toBeVisible()
    expect(await kept(one)).toContain(company.uscc)
  }
  await page.locator('input[name=companyName]').fill('another company')
  await page.getByLabel('融资方式').selectOption({ label: '信用贷款' })
  await page.locator('input[name=contractNo]').fill('HT-1')
  await page.locator('input[name=amountFen]').fill('六十万')
  await page.getByRole('button', { name: '登记这笔服务' }).click()
  const wrong = page.getByRole('alert').filter({ hasText: '这个代码登记的是另一个名称' })
  await expect(wrong).toBeVisible()
  expect(await kept(page)).toContain('another company')
  await page.getByRole('checkbox', { name: '已对照营业执照' }).check()
  await page.getByRole('button', { name: '登记这笔服务' }).click()
  await expect(page).toHaveURL(/\/financier\/record\?done=reported$/)
  expect(await kept(page)).toBe('')
  await page.goto('/zh/financier/record/new')
  await expect(page.locator('input[name=companyName]')).toHaveValue('')

  await page.locator('input[name=companyName]').fill('not sent')
  await signOut(page)
  expect(await kept(page)).toBe('')
  await expect.poll(() => kept(other)).toBe('')
})

test('a half-typed offer comes back in the other language; a product on no shelf yet keeps itself', async ({
  newcomer,
  given,
}) => {
  const bank = await given.bank()
  const met = await given.need()
  const introduction = await given.consented(bank, met)
  const draft = await makeProduct(given.db, bank.organisation.id, 'draft')
  const page = await newcomer(bank.signIn)
  await page.goto(`/zh/financier/introductions/${introduction}/offer`)
  await page.getByLabel('名义利率').fill('３.４５％')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.locator('input[name=rateBp]')).toHaveValue('３.４５％')

  const address = `/zh/financier/products/${draft.id}/edit`
  await page.goto(address)
  const second = await page.context().newPage()
  await second.goto(address)
  await page.locator('input[name=summary]').fill('写着写着就存好了')
  await expect(page.getByText(/^草稿已保存/)).toBeVisible()
  await second.locator('input[name=summary]').fill('另一页')
  await expect(second.getByText('这份草稿在别处改过')).toBeVisible()
  await page.getByRole('button', { name: '保存并核对' }).click()
  await expect(page).toHaveURL(/\?done=saved$/)
  await second.reload()
  await expect(second.locator('input[name=summary]')).toHaveValue('另一页')
  await second.getByRole('button', { name: '清除，恢复原样' }).click()
  await expect(second.locator('input[name=summary]')).toHaveValue('写着写着就存好了')
})
