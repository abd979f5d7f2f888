import { signIn } from '../fixtures'
import { expect, test } from '../financier/given'
import { signUp } from '../newcomers'

const WAN = 1_000_000

test('who could finance a need, and what stands in the way, follows what is typed; a try stays in the panel @phone', async ({
  page,
}) => {
  await signUp(page)
  await page.goto('/zh/company/needs/new')
  await page.getByRole('button', { name: '开始登记' }).click()
  await page.getByLabel('主要用途').selectOption({ label: '研发投入' })
  await page.getByRole('checkbox', { name: /^信用贷款/ }).check()
  await page.getByRole('button', { name: /保存，下一步/ }).click()
  await expect(page.getByRole('heading', { name: '谁能做这项融资' })).toBeVisible()

  const amount = page.getByLabel('想要的金额')
  const panel = page.getByRole('heading', { name: /家机构能做这项融资/ })
  await amount.fill('1200')
  await expect(page.getByText('1,200 万元信用贷款，共')).toBeVisible()
  const before = Number((await panel.innerText()).match(/\d+/)?.[0])

  const attempt = page.getByRole('link', { name: /^试算：少要/ })
  await attempt.click()
  await expect(page.getByText(/试算：少要 .+表单和草稿没有改/)).toBeVisible()
  await expect(amount).toHaveValue('1200')
  const after = Number((await panel.innerText()).match(/\d+/)?.[0])
  expect(after).toBeGreaterThan(before)

  await amount.fill('300')
  await expect(page.getByText('300 万元信用贷款，共')).toBeVisible()
  await expect(page).not.toHaveURL(/try=/)
})

test.describe('where the server cannot be reached', () => {
  test.use({ expectedTroubles: [/ERR_FAILED/] })
  test('the panel stands as it was, and nothing that was typed is lost', async ({ page }) => {
    await signUp(page)
    await page.goto('/zh/company/needs/new')
    await page.getByRole('button', { name: '开始登记' }).click()
    await page.route('**/edit/use', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    )
    const asked = page.waitForEvent('requestfailed')
    await page.getByLabel('用途说明').fill('采购晶圆')
    await asked
    await expect(page.getByLabel('用途说明')).toHaveValue('采购晶圆')
    await expect(page.getByRole('heading', { name: '谁能做这项融资' })).toBeVisible()
  })
})

test('signed out elsewhere, one may go on typing: only saving asks to sign in', async ({
  page,
  context,
}) => {
  await signUp(page)
  await page.goto('/zh/company/needs/new')
  await page.getByRole('button', { name: '开始登记' }).click()
  await context.clearCookies({ name: /session-token/ })
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await page.getByLabel('用途说明').fill('采购晶圆')
  expect((await answered).status()).toBe(200)
  await expect(page).toHaveURL(/\/edit\/use$/)
  await expect(page.getByLabel('用途说明')).toHaveValue('采购晶圆')
})

test('a near miss is tried, applied by amending the need, and then really is eligible', async ({
  given,
  newcomer,
}) => {
  const bank = await given.bank({ amountMinFen: 100 * WAN, amountMaxFen: 431 * WAN })
  const { need, signIn: who } = await given.need({ amountFen: 500 * WAN, leastFen: 300 * WAN })
  const page = await newcomer()
  await signIn(page, who)
  await page.goto(`/zh/company/needs/${need.id}?near`)
  const miss = page.getByRole('listitem').filter({ hasText: `即符合“${bank.product.name}”` })
  await expect(miss).toContainText('少要 69 万元')
  await expect(miss).toContainText('差一步')
  await miss.getByRole('link', { name: '试改为 431 万元' }).click()
  await expect(miss.getByRole('status')).toContainText('这样改')
  await miss.getByRole('link', { name: '照此修改需求' }).click()
  await expect(page.getByText('已按试算填好：少要 69 万元。核对后保存才生效。')).toBeVisible()
  await expect(page.getByLabel('想要的金额')).toHaveValue('431')
  await page.getByRole('button', { name: '保存修改并重新匹配' }).click()
  await page.waitForURL(new RegExp(`/needs/${need.id}$`))
  const eligible = page.getByRole('link', { name: bank.product.name }).filter({ visible: true })
  await expect
    .poll(
      async () => {
        await page.goto(`/zh/company/needs/${need.id}?all`)
        return eligible.count()
      },
      { timeout: 30_000 },
    )
    .toBe(1)
  await expect(miss).toHaveCount(0)
})
