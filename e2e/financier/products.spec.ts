import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures'
import { expect, refusal, said, test } from './given'

async function describe(page: Page, name: string) {
  await page.goto('/zh/financier/products/new')
  await page.getByLabel('产品名称').fill(name)
  await page.getByLabel('融资方式').selectOption({ label: '信用贷款' })
  await page.getByLabel('还款方式').selectOption({ label: '按月付息，到期还本' })
  await page.getByLabel('最低金额').fill('１００万')
  await page.getByLabel('最高金额').fill('1000')
  await page.getByLabel('最长期限').fill('36')
  await page.getByLabel('年利率从').fill('3.45')
}

async function addCriterion(page: Page, fact: string) {
  const rows = page.locator('[data-criterion]')
  const before = await rows.count()
  await page.getByLabel('再加一个条件').selectOption({ label: fact })
  await page.getByRole('button', { name: '加上', exact: true }).click()
  await expect(rows).toHaveCount(before + 1)
  return rows.nth(before)
}

async function describeCriteria(page: Page) {
  const age = await addCriterion(page, '成立年限')
  await age.getByLabel('不低于').fill('3')
  const zone = await addCriterion(page, '开发区')
  await zone.getByLabel('高新区').check()
  await zone.getByLabel('经开区').check()
  const patents = await addCriterion(page, '专利')
  await patents.getByLabel('必须还是优先').selectOption({ label: '优先' })
  await patents.getByLabel('不低于').fill('5')
}

test('a product is described with its criteria, checked in words, published, and leads appear @phone', async ({
  newcomer,
  given,
}) => {
  test.setTimeout(120_000)
  const bank = await given.bank()
  const { need } = await given.need()
  const page = await newcomer(bank.signIn)
  const name = `${bank.product.name}二号`
  await describe(page, name)
  await describeCriteria(page)
  await expectAccessible(page)
  await page.getByRole('button', { name: '保存并核对' }).click()
  await expect(page.getByRole('heading', { name: `核对“${name}”` })).toBeVisible()
  await expect(page.getByText('成立满 3 年')).toBeVisible()
  await expect(page.getByText('在高新区或经开区')).toBeVisible()
  await expect(page.getByText('至少有 5 件专利')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: `上架“${name}”` }).click()
  await expect(said(page, '已上架')).toBeVisible()
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('link', { name: /^现在有 .+ 条线索$/ })).toBeVisible({
      timeout: 1000,
    })
  }).toPass({ timeout: 60_000 })
  const own = new URL(page.url()).pathname.split('/').at(-1)
  await page.goto(`/zh/financier/leads/${await given.leadId(bank, need, own)}`)
  await expect(page.getByRole('main')).toContainText(need.code)
  await expect(page.getByText(name, { exact: true })).toBeVisible()
  await page.goto(`/zh/financier/products/${own}`)
  await page.getByRole('button', { name: `下架“${name}”` }).click()
  await expect(said(page, '已下架')).toBeVisible()
})

test('Back from a product that was saved shows what was saved, and no empty form', async ({
  newcomer,
  given,
}) => {
  const bank = await given.bank()
  const page = await newcomer(bank.signIn)
  await page.goto(`/zh/financier/products/${bank.product.id}/edit`)
  await page.getByLabel('一句话介绍').fill('改过的')
  await page.getByLabel('最高金额').fill('900')
  await page.getByRole('button', { name: '保存，立即生效' }).click()
  await page.waitForURL(/done=saved/)
  await page.goBack()
  await expect(page.getByLabel('一句话介绍')).toHaveValue('改过的')
  await expect(page.getByLabel('最高金额')).toHaveValue('900')

  await page.goto('/zh/financier/products')
  await describe(page, `${bank.product.name}四号`)
  await page.getByRole('button', { name: '保存并核对' }).click()
  await page.waitForURL(/done=saved/)
  await page.goBack()
  await expect(page).toHaveURL(/\/financier\/products$/)
  await expect(
    page.getByRole('link', { name: `${bank.product.name}四号`, exact: true }),
  ).toBeVisible()
})

test('contradicting criteria are named, and everything typed stays', async ({
  newcomer,
  given,
}) => {
  const bank = await given.bank()
  const page = await newcomer(bank.signIn)
  await describe(page, '矛盾贷')
  const old = await addCriterion(page, '成立年限')
  await old.getByLabel('不低于').fill('5')
  const young = await addCriterion(page, '成立年限')
  await young.getByLabel('不高于').fill('3')
  await page.getByRole('button', { name: '保存并核对' }).click()
  await expect(refusal(page, '两条关于“成立年限”的硬性条件互相矛盾')).toBeVisible()
  await expect(page.getByLabel('最低金额')).toHaveValue('１００万')
  await expect(page.locator('[data-criterion]').nth(1).getByLabel('不高于')).toHaveValue('3')
  await page.getByRole('button', { name: '去掉条件：成立年限' }).nth(1).click()
  await expect(page.locator('[data-criterion]')).toHaveCount(1)
  await page.getByLabel('成立年限 不低于').fill('看情况')
  await page.getByRole('button', { name: '保存并核对' }).click()
  await expect(refusal(page, '这一条的界限请填数字')).toBeVisible()
})

test('a colleague was faster: the words say so and what was typed stays', async ({
  newcomer,
  given,
}) => {
  const bank = await given.bank()
  const [page, other] = [await newcomer(bank.signIn), await newcomer(bank.signIn)]
  const edit = `/zh/financier/products/${bank.product.id}/edit`
  await page.goto(edit)
  await other.goto(edit)
  await other.getByLabel('一句话介绍').fill('先改的')
  await other.getByRole('button', { name: '保存，立即生效' }).click()
  await other.waitForURL(/done=saved/)
  await page.getByLabel('一句话介绍').fill('后改的')
  await page.getByRole('button', { name: '保存，立即生效' }).click()
  await expect(refusal(page, '同事刚改过这个产品')).toBeVisible()
  await expect(page.getByLabel('一句话介绍')).toHaveValue('后改的')
})

test('a product is reconfirmed in one press, and retired only after being asked', async ({
  newcomer,
  given,
}) => {
  const long = new Date(Date.now() - 85 * 86_400_000)
  const bank = await given.bank({ reconfirmedAt: long })
  const { name } = bank.product
  const page = await newcomer(bank.signIn)
  await page.goto('/zh/financier/products')
  await expect(page.getByText('1 个产品快到确认日了')).toBeVisible()
  await page.getByRole('button', { name: `确认“${name}”仍有效` }).click()
  await expect(page.getByText('1 个产品快到确认日了')).toHaveCount(0)
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('button', { name: '停办…' }).click()
  await page.getByRole('button', { name: '先不停办' }).click()
  await page.getByRole('button', { name: '停办…' }).click()
  await page.getByRole('button', { name: '停办这个产品' }).click()
  await expect(said(page, '已停办')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('criteria are added and removed, and the product is saved', async ({ newcomer, given }) => {
    const bank = await given.bank()
    const page = await newcomer(bank.signIn)
    const name = `${bank.product.name}三号`
    await describe(page, name)
    await describeCriteria(page)
    await page.getByRole('button', { name: '去掉条件：专利' }).click()
    await expect(page.getByLabel('成立年限 不低于')).toHaveValue('3')
    await expect(page.getByLabel('高新区')).toBeChecked()
    await expect(page.getByLabel('产品名称')).toHaveValue(name)
    await page.getByRole('button', { name: '保存并核对' }).click()
    await expect(page.getByText('成立满 3 年')).toBeVisible()
  })
})
