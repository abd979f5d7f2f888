import type { Locator, Page } from '@playwright/test'
import { expectAccessible, languages } from '../fixtures'
import { expect, said, test, type Given } from './given'

const WAN = 1_000_000

const words = {
  zh: {
    reach: /^够得着(?:不足 5 家|\s(\d+)(?:–\d+)?\s家(?:以上)?)企业$/,
    class: '融资方式',
    bond: '债券',
    least: '最低金额',
    most: '最高金额',
    criterion: '再加一个条件',
    add: '加上',
    age: '成立年限',
    from: '不低于',
    to: '不高于',
    contradicts: '“成立年限”前后矛盾',
    sentence: '没有企业能符合',
    unfinished: '还没填好，先不算：最低金额、最高金额、最长期限。',
    fewer: '不足 5 家',
  },
  en: {
    reach: /^Reaches (?:fewer than 5|(\d+)(?:–\d+)?) companies(?: or more)?$/,
    class: 'Class of financing',
    bond: 'Bond',
    least: 'Least amount',
    most: 'Highest amount',
    criterion: 'One more criterion',
    add: 'Add',
    age: 'Age',
    from: 'at least',
    to: 'at most',
    contradicts: '“Age” contradicts itself',
    sentence: 'no company can meet it',
    unfinished: 'Not finished, so not counted yet: least amount, highest amount, longest tenor.',
    fewer: 'fewer than 5',
  },
} as const

const panelOf = (page: Page) => page.getByRole('complementary')
const reachOf = (page: Page, language: keyof typeof words = 'zh'): Locator =>
  panelOf(page).getByRole('heading', { name: words[language].reach })

/** Where the band that is told begins; nought under five. */
async function bandOf(page: Page): Promise<number> {
  const found = words.zh.reach.exec(await reachOf(page).innerText())
  return Number(found?.[1] ?? 0)
}

/** Companies that ask for a bond: six for 3 million, others for 4.8 million. */
async function askForBonds(given: Given, larger = 5) {
  const asking = { classes: ['bond' as const], leastFen: null, maxCostBp: null }
  for (let place = 0; place < 6 + larger; place++)
    await given.need({ ...asking, amountFen: (place < 6 ? 300 : 480) * WAN })
}

async function describe(page: Page, name: string) {
  await page.goto('/zh/financier/products/new')
  await page.getByLabel('产品名称').fill(name)
  await page.getByLabel('融资方式').selectOption({ label: words.zh.bond })
  await page.getByLabel('还款方式').selectOption({ label: '按月付息，到期还本' })
  await page.getByLabel('最低金额').fill('100')
  await page.getByLabel('最高金额').fill('400')
  await page.getByLabel('最长期限').fill('36')
  await page.getByLabel('年利率从').fill('3.45')
}

test('a limit is typed and the reach follows; a looser one types itself in, is saved and published, and the leads are there @phone', async ({
  newcomer,
  given,
  isMobile,
}) => {
  test.setTimeout(120_000)
  const bank = await given.bank()
  // Whoever else asks for bonds: all of them are fifty and more.
  await askForBonds(given, 44)
  const page = await newcomer(bank.signIn)
  const name = `${bank.product.name}试算`
  await describe(page, name)
  await expect(reachOf(page)).toBeVisible()
  await expect(panelOf(page)).not.toContainText('先不算')
  const before = await bandOf(page)
  expect(before).toBeGreaterThanOrEqual(5)
  if (isMobile) {
    const bar = page.getByRole('link', { name: words.zh.reach })
    await expect(bar).toBeInViewport()
    await bar.click()
    await expect(reachOf(page)).toBeInViewport()
  }
  await expectAccessible(page)

  const narrow = await panelOf(page).innerText()
  await page.getByLabel('最高金额').fill('200')
  await expect.poll(() => panelOf(page).innerText()).not.toBe(narrow)
  await page.getByLabel('最高金额').fill('400')
  await expect.poll(() => bandOf(page)).toBe(before)

  const looser = panelOf(page).getByRole('listitem').filter({ hasText: '上限放到' })
  await looser.getByRole('button', { name: /^填入 .+万元$/ }).click()
  await expect(page.getByLabel('最高金额')).toBeFocused()
  await expect(page.getByLabel('最高金额')).not.toHaveValue('400')
  await expect.poll(() => bandOf(page)).toBe(50)
  await expect(page).toHaveURL(/\/products\/new(#reach)?$/)

  await page.getByRole('button', { name: '保存并核对' }).click()
  await page.getByRole('button', { name: `上架“${name}”` }).click()
  await expect(said(page, '已上架')).toBeVisible()
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('link', { name: /^现在有 .+ 条线索$/ })).toBeVisible({
      timeout: 1000,
    })
  }).toPass({ timeout: 60_000 })
  await page.getByRole('button', { name: `下架“${name}”` }).click()
  await expect(said(page, '已下架')).toBeVisible()
})

test('a criterion that is added, filled and taken away again moves the reach; a confidential fact is tested at steps', async ({
  newcomer,
  given,
}) => {
  const bank = await given.bank()
  await askForBonds(given)
  const page = await newcomer(bank.signIn)
  await describe(page, '条件贷')
  const before = await bandOf(page)
  await page.getByLabel('再加一个条件').selectOption({ label: '年营收' })
  await page.getByRole('button', { name: '加上', exact: true }).click()
  await expect(panelOf(page)).toContainText('先不算：年营收')
  const steps = page.getByLabel('年营收 不低于')
  await expect(steps.getByRole('option', { name: /^1,000\s万元$/ })).toHaveCount(1)
  await steps.selectOption('1000')
  await expect(panelOf(page)).not.toContainText('先不算')
  await page.getByRole('button', { name: '去掉条件：年营收' }).click()
  await expect.poll(() => bandOf(page)).toBe(before)
})

test('what is chosen before the scripts of the page have run is reckoned as soon as they have', async ({
  newcomer,
  given,
}) => {
  const bank = await given.bank()
  await askForBonds(given)
  const page = await newcomer(bank.signIn)
  let run = () => {}
  const mayRun = new Promise<void>((resolve) => (run = resolve))
  await page.route(/\.js(\?|$)/, async (route) => {
    await mayRun
    await route.continue()
  })
  await page.goto('/zh/financier/products/new', { waitUntil: 'commit' })
  await page.getByLabel(words.zh.class).selectOption({ label: words.zh.bond })
  await expect(panelOf(page)).not.toContainText(words.zh.unfinished)
  run()
  await expect(panelOf(page)).toContainText(words.zh.unfinished)
  await expect(page.getByLabel(words.zh.class)).toHaveValue('bond')
})

for (const language of languages) {
  const say = words[language]
  test(`what is not finished is named, and what contradicts itself too instead of a reach of nobody, in ${language}`, async ({
    newcomer,
    given,
  }) => {
    const bank = await given.bank()
    await askForBonds(given)
    const page = await newcomer(bank.signIn)
    await page.goto(`/${language}/financier/products/new`)
    await page.getByLabel(say.class).selectOption({ label: say.bond })
    await expect(panelOf(page)).toContainText(say.unfinished)
    await expect(reachOf(page, language)).toBeVisible()
    await expect(panelOf(page)).toContainText(say.fewer)
    for (const [place, [bound, years]] of [
      [say.from, '5'],
      [say.to, '3'],
    ].entries()) {
      await page.getByLabel(say.criterion).selectOption({ label: say.age })
      await page.getByRole('button', { name: say.add, exact: true }).click()
      const row = page.locator('[data-criterion]').nth(place)
      await row.getByLabel(bound ?? '').fill(years ?? '')
    }
    await expect(panelOf(page).getByRole('heading')).toHaveText(say.contradicts)
    await expect(panelOf(page)).toContainText(say.sentence)
    await expectAccessible(page)
    await page.locator('[data-criterion]').nth(1).getByLabel(say.to).fill('9')
    await expect(panelOf(page).getByRole('heading').first()).not.toHaveText(say.contradicts)
  })
}

test.describe('where the server cannot be reached', () => {
  test.use({ expectedTroubles: [/ERR_FAILED/] })
  test('the reach stands as it was, and nothing that was typed is lost', async ({
    newcomer,
    given,
  }) => {
    const bank = await given.bank()
    const page = await newcomer(bank.signIn)
    await page.goto(`/zh/financier/products/${bank.product.id}/edit`)
    const before = await panelOf(page).innerText()
    await page.route('**/edit', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    )
    const asked = page.waitForEvent('requestfailed')
    await page.getByLabel('最高金额').fill('101')
    await asked
    await expect(page.getByLabel('最高金额')).toHaveValue('101')
    expect(await panelOf(page).innerText()).toBe(before)
  })
})

test('signed out elsewhere, one may go on typing: only saving asks to sign in', async ({
  newcomer,
  given,
}) => {
  const bank = await given.bank()
  const page = await newcomer(bank.signIn)
  await page.goto(`/zh/financier/products/${bank.product.id}/edit`)
  const before = await panelOf(page).innerText()
  await page.context().clearCookies({ name: /session-token/ })
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await page.getByLabel('最高金额').fill('101')
  expect((await answered).status()).toBe(200)
  await expect(page).toHaveURL(/\/edit$/)
  await expect(page.getByLabel('最高金额')).toHaveValue('101')
  expect(await panelOf(page).innerText()).toBe(before)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the reach is that of what was saved, and says so', async ({ newcomer, given }) => {
    const bank = await given.bank()
    const page = await newcomer(bank.signIn)
    await page.goto(`/zh/financier/products/${bank.product.id}/edit`)
    await expect(panelOf(page).getByText('按已保存的内容计算，保存后更新。')).toBeVisible()
    await expect(panelOf(page).getByText('边填边算')).toBeHidden()
    await expect(panelOf(page).getByRole('button')).toHaveCount(0)
    await page.goto('/en/financier/products/new')
    await expect(
      panelOf(page).getByText('Counted as saved; it follows once you save.'),
    ).toBeVisible()
  })
})
