import { expectAccessible } from '../fixtures'
import { expect, refusal, test } from './given'

const WAN = 1_000_000

test('filters stand in the address, come off as chips, and Back undoes the last one', async ({
  newcomer,
  given,
}) => {
  const bank = await given.bank()
  await given.need({ amountFen: 200 * WAN })
  await given.need({ amountFen: 800 * WAN, classes: ['credit-loan', 'secured-loan'] })
  const page = await newcomer(bank.signIn)
  await page.goto(`/zh/financier?product=${bank.product.id}&from=500&to=1000`)
  const chips = page.getByRole('link', { name: /^去掉条件/ })
  await expect(chips).toHaveCount(1)
  await expect(page.getByRole('listitem').filter({ hasText: '800 万元' }).first()).toBeVisible()

  await page.locator('#filters summary').click()
  await page.locator('#filters').getByLabel('产业链').selectOption({ label: '光子' })
  await page.getByRole('button', { name: '按这些条件查看' }).click()
  await expect(page).toHaveURL(/chain=photonics/)
  await expect(chips).toHaveCount(2)
  const rows = await page
    .locator('[data-lead]')
    .evaluateAll((all) => all.map((row) => row.dataset.lead))
  const again = await newcomer(bank.signIn)
  await again.goto(page.url())
  await expect(again.locator('[data-lead]').first()).toBeVisible()
  expect(
    await again.locator('[data-lead]').evaluateAll((all) => all.map((row) => row.dataset.lead)),
  ).toEqual(rows)

  await chips.filter({ hasNotText: '光子' }).first().waitFor()
  await page.getByRole('link', { name: '去掉条件：光子' }).click()
  await expect(chips).toHaveCount(1)
  await page.goBack()
  await expect(chips).toHaveCount(2)
  await expectAccessible(page)
})

test('no condition fits: it says so, and takes them off', async ({ newcomer, given }) => {
  const bank = await given.bank()
  await given.need()
  const page = await newcomer(bank.signIn)
  await page.goto('/en/financier?from=100000')
  await expect(page.getByRole('heading', { name: 'No lead meets this condition' })).toBeVisible()
  await page.getByRole('link', { name: 'Remove all conditions' }).click()
  await expect(page.locator('[data-lead]').first()).toBeVisible()
})

test('a lead is anonymous, explained, and claimed; its seat is shown @phone', async ({
  newcomer,
  given,
  isMobile,
}) => {
  const bank = await given.bank({
    criteria: [
      { fact: 'age', min: 36, max: null, hard: true },
      { fact: 'debt-ratio', min: null, max: 7_000, hard: true },
      { fact: 'patents', min: 5, max: null, hard: false },
    ],
  })
  const { need, company } = await given.need()
  const id = await given.leadId(bank, need)
  const page = await newcomer(bank.signIn)
  await page.goto(isMobile ? `/zh/financier/leads/${id}` : `/zh/financier?lead=${id}`)
  const body = page.locator('main')
  await expect(body.getByText('企业名称和联系人在企业授权后显示')).toBeVisible()
  await expectAccessible(page)
  await body.getByText(/^其余 \d+ 项全部通过$/).click()
  await expect(body.getByRole('row', { name: /资产负债率/ })).toContainText('在要求内')
  await expect(body.getByRole('row', { name: /成立年限/ })).toContainText('≥ 3 年')
  expect(await page.content()).not.toContain(company.name)
  expect(await page.content()).not.toContain(company.uscc)
  expect(await page.content()).not.toContain(company.id)

  await page.getByRole('link', { name: '抢单' }).first().click()
  await page.getByRole('checkbox', { name: /^企业名称和代码/ }).uncheck()
  await page.getByRole('button', { name: '抢单，请企业授权' }).click()
  await expect(refusal(page, '企业名称和联系人必须勾选')).toBeVisible()
  await page.getByRole('checkbox', { name: /^企业名称和代码/ }).check()
  await page.getByRole('button', { name: '抢单，请企业授权' }).click()
  await page.waitForURL(/\/financier\/introductions\//)
  await expect(page.getByRole('status').filter({ hasText: '占一个名额' })).toBeVisible()
  expect(await page.content()).not.toContain(company.name)
  await page.goto('/zh/financier/pipeline')
  await expect(page.getByRole('heading', { name: '等企业授权' })).toBeVisible()

  const rival = await given.bank()
  const other = await newcomer(rival.signIn)
  const theirs = await given.leadId(rival, need).catch(() => null)
  expect(theirs, 'a bank that came later is judged later').toBeNull()
  await other.goto('/en/financier')
  await expect(other.getByRole('heading', { name: 'No leads yet' })).toBeVisible()
})

test('the last seat is taken by somebody faster, and that is said', async ({ newcomer, given }) => {
  const [bank, ...rivals] = await Promise.all([
    given.bank(),
    given.bank(),
    given.bank(),
    given.bank(),
  ])
  const { need } = await given.need()
  const id = await given.leadId(bank, need)
  const page = await newcomer(bank.signIn)
  await page.goto(`/zh/financier/leads/${id}/claim`)
  for (const rival of rivals) await given.claimed(rival, need)
  await page.getByRole('radio', { name: '授信审查' }).check()
  await page.getByRole('button', { name: '抢单，请企业授权' }).click()
  await expect(refusal(page, '3 个名额已满')).toBeVisible()
  await expect(page.getByRole('radio', { name: '授信审查' })).toBeChecked()
  await page.goto(`/zh/financier/leads/${id}`)
  await expect(page.getByRole('button', { name: '抢单' })).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByText('3 个名额已满')).toBeVisible()
})

test('a lead is passed over and put back', async ({ newcomer, given }) => {
  const bank = await given.bank()
  const { need } = await given.need()
  const id = await given.leadId(bank, need)
  const page = await newcomer(bank.signIn)
  await page.goto(`/zh/financier?lead=${id}`)
  await page.getByText('略过…', { exact: true }).click()
  await page.getByLabel('原因').selectOption({ label: '额度用完' })
  await page.getByRole('button', { name: '略过这条线索' }).click()
  const toast = page.getByRole('status').filter({ hasText: `已略过 ${need.code}` })
  await expect(toast).toBeVisible()
  await expect(page.locator(`[data-lead="${id}"]`)).toHaveCount(0)
  await toast.getByRole('button', { name: '撤销' }).click()
  await expect(page.locator(`[data-lead="${id}"]`)).toBeVisible()
  await expect(toast).toHaveCount(0)
})

test('leads are gone through by keys alone, and the keys can be switched off', async ({
  newcomer,
  given,
}) => {
  const bank = await given.bank()
  for (const amount of [300, 500, 700]) await given.need({ amountFen: amount * WAN })
  const page = await newcomer(bank.signIn)
  await page.goto('/zh/financier')
  const focusedLead = () =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-lead]')?.dataset.lead)
  const ids = await page
    .locator('[data-lead]')
    .evaluateAll((all) => all.map((row) => row.dataset.lead))
  await page.keyboard.press('j')
  expect(await focusedLead()).toBe(ids[1])
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`lead=${ids[2]}`))
  await page.keyboard.press('k')
  expect(await focusedLead()).toBe(ids[1])
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/lead=none/)
  await expect(page.locator('aside')).toHaveCount(0)
  await page.keyboard.press('/')
  await expect(page.locator('#filters').getByLabel('融资方式')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.getByRole('checkbox', { name: '启用快捷键' }).uncheck()
  await page.keyboard.press('Escape')
  await page.locator('[data-lead] a:visible').first().focus()
  await page.keyboard.press('j')
  expect(await focusedLead()).toBe(ids[0])
})

test('a lead is passed over and taken back by keys, and the focus moves on', async ({
  newcomer,
  given,
}) => {
  const bank = await given.bank()
  for (const amount of [300, 500, 700]) await given.need({ amountFen: amount * WAN })
  const page = await newcomer(bank.signIn)
  await page.goto('/zh/financier?chain=photonics&lead=none')
  const listed = () =>
    page.locator('[data-lead]').evaluateAll((all) => all.map((row) => row.dataset.lead))
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-lead]')?.dataset.lead)
  const [first, second, third] = await listed()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  expect(await focused()).toBe(second)
  await page.keyboard.press('x')
  await expect(page.getByRole('status').filter({ hasText: '已略过' })).toBeVisible()
  expect(await listed()).toEqual([first, third])
  await expect.poll(focused).toBe(third)
  await page.keyboard.press('u')
  await expect.poll(listed).toEqual([first, second, third])
  await expect.poll(focused).toBe(second)
  await expect(page).toHaveURL(/chain=photonics/)
})

test('what to see today comes first, and the whole list is one step away', async ({
  newcomer,
  given,
}) => {
  const [bank, ...rivals] = await Promise.all([
    given.bank(),
    given.bank(),
    given.bank(),
    given.bank(),
  ])
  const publishedAt = new Date(Date.now() - 20 * 86_400_000)
  const { need } = await given.need({ publishedAt, firstAnswerAt: publishedAt })
  const id = await given.leadId(bank, need)
  const page = await newcomer(bank.signIn)
  await page.goto('/zh/financier')
  await expect(page.getByRole('link', { name: /^今天该看/ })).toHaveAttribute(
    'aria-current',
    'page',
  )
  await expect(page.getByRole('heading', { name: '今天没有要看的线索' })).toBeVisible()
  await page.getByRole('link', { name: '看全部 1 条' }).click()
  const row = page.locator(`[data-lead="${id}"]`)
  await expect(row).toContainText('20 天前')
  await expect(row).toContainText('综合年化')
  for (const rival of rivals) await given.claimed(rival, need)
  await page.locator('#filters summary').click()
  await page.getByLabel('只看还有名额的').check()
  await page.getByRole('button', { name: '按这些条件查看' }).click()
  await expect(page).toHaveURL(/all=yes.*free=/)
  await expect(row).toHaveCount(0)
})

test('on a phone the claim stays in reach @phone-only', async ({ newcomer, given }) => {
  const bank = await given.bank()
  const { need } = await given.need()
  const page = await newcomer(bank.signIn)
  await page.goto(`/zh/financier/leads/${await given.leadId(bank, need)}`)
  const claim = page.getByRole('link', { name: '抢单' })
  await expect(claim).toBeInViewport()
  await page.mouse.wheel(0, 500)
  await expect(claim).toBeInViewport()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('a lead is found, passed over and claimed', async ({ newcomer, given }) => {
    const bank = await given.bank()
    const { need } = await given.need()
    const id = await given.leadId(bank, need)
    const page = await newcomer(bank.signIn)
    await page.goto(`/zh/financier?lead=${id}`)
    await page.getByText('略过…', { exact: true }).click()
    await page.getByRole('button', { name: '略过这条线索' }).click()
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByRole('link', { name: '抢单' }).first().click()
    await page.getByRole('button', { name: '抢单，请企业授权' }).click()
    await expect(page.getByRole('heading', { name: '等企业授权' })).toBeVisible()
  })
})
