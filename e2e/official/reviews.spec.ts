import { demoPassword } from '../../scripts/city/personas'
import { expectAccessible } from '../fixtures'
import { expect, test } from './given'

test('an applicant is admitted from the to-dos @phone', async ({ official, given }) => {
  const company = await given.company({ state: 'applied' })
  await official.goto('/zh/official/tasks')
  await official.getByRole('link', { name: `审核这家单位 ${company.name}` }).click()
  await expect(official.getByText('您的这次查看已记入日志')).toBeVisible()
  await expect(official.getByText('校验位正确').first()).toBeVisible()
  await expectAccessible(official)
  await official.getByRole('button', { name: '准予入驻' }).click()
  await expect(official.getByRole('alert').filter({ hasText: '请写明依据' })).toBeVisible()
  await official.getByLabel('准予入驻的依据').fill('已核对营业执照')
  await official.getByRole('button', { name: '准予入驻' }).click()
  await expect(
    official
      .getByRole('status')
      .filter({ hasText: `已准予${company.name}入驻` })
      .first(),
  ).toBeVisible()
  await official.goto(`/zh/official/organisations?search=${company.uscc.slice(0, 15)}`)
  await expect(official.getByRole('row', { name: company.name })).toContainText('已入驻')
})

test('of two with one code the verifier sees both, and decides in the place of whom', async ({
  official,
  given,
}) => {
  const held = await given.company({ name: `持有${Date.now()}` })
  const second = await given.company({
    state: 'applied',
    uscc: held.uscc,
    name: `后来${Date.now()}`,
  })
  await official.goto('/zh/official/tasks')
  await official.getByRole('link', { name: `审核这家单位 ${second.name}` }).click()
  const sides = official.getByRole('region', { name: '同一代码另有 1 家' })
  await expect(sides.getByRole('row', { name: /已入驻，现在持有这个代码/ })).toContainText(
    held.name,
  )
  await expect(sides.getByRole('row', { name: /这份申请/ })).toContainText(second.name)
  await expectAccessible(official)
  await official.getByLabel('准予入驻的依据').fill('营业执照原件在后一家')
  await official.getByRole('button', { name: '准予入驻' }).click()
  await expect(
    official.getByRole('alert').filter({ hasText: '这个代码已有单位入驻' }),
  ).toBeVisible()
  await official.getByLabel('由这份申请取代现在的持有人').check()
  await official.getByRole('button', { name: '准予入驻' }).click()
  await expect(official.getByRole('heading', { level: 1 })).toHaveText(second.name)
  await expect(official).toHaveURL(new RegExp(held.id))
  await official.getByLabel('撤销入驻的原因').fill('认错了')
  await official.getByRole('button', { name: '撤销入驻' }).click()
  await expect(official.getByRole('heading', { level: 1 })).toHaveText(held.name)
})

test('an applicant is refused only with a reason', async ({ official, given }) => {
  const company = await given.company({ state: 'applied' })
  await official.goto(`/zh/official/organisations/${company.id}`)
  await official.getByRole('button', { name: '不予通过' }).click()
  await expect(official.getByRole('alert').filter({ hasText: '请写明原因' })).toBeVisible()
  await official.getByLabel('不予通过的原因').fill('营业执照已注销')
  await official.getByRole('button', { name: '不予通过' }).click()
  await expect(official.getByRole('status').filter({ hasText: '未通过' }).first()).toBeVisible()
  await expect(official.getByText('营业执照已注销')).toBeVisible()
})

test('a suspended organisation is restored', async ({ official, given }) => {
  const company = await given.company()
  await official.goto(`/zh/official/organisations/${company.id}`)
  await official.getByLabel('暂停的原因').fill('资料不实')
  await official.getByRole('button', { name: '暂停这家单位' }).click()
  await expect(official.getByRole('status').filter({ hasText: '已暂停' }).first()).toBeVisible()
  await official.getByRole('button', { name: '恢复这家单位' }).click()
  await expect(official.getByRole('status').filter({ hasText: '已恢复' }).first()).toBeVisible()
})

test('words with a way to reach the company are marked, and the need goes back', async ({
  official,
  given,
}) => {
  const company = await given.company()
  const need = await given.need(company.id, '扩产，请打 13800001234')
  await official.goto('/zh/official/tasks')
  await official.getByRole('link', { name: `审核这项需求 ${need.code}` }).click()
  await expect(official.getByText('像电话号码')).toBeVisible()
  await expect(official.locator('mark')).toHaveText('13800001234')
  await official.getByLabel('要改什么').fill('请删去电话号码')
  await official.getByRole('button', { name: '退回修改' }).click()
  await expect(official.getByRole('status').filter({ hasText: '已退回' }).first()).toBeVisible()
  await expect(official.getByText('请删去电话号码')).toBeVisible()
})

test('a need is published and assigned to a financier that fits', async ({ official, given }) => {
  const company = await given.company()
  const financier = await given.financier()
  const product = await given.product(financier.id)
  const need = await given.need(company.id, '扩产')
  await official.goto(`/zh/official/needs/${need.id}`)
  await official.getByRole('button', { name: /^发布给 \d+ 家机构$/ }).click()
  await expect(official.getByRole('status').filter({ hasText: '已发布' }).first()).toBeVisible()
  await given.judge(need.id)
  await official.goto(`/zh/official/needs/${need.id}`)
  await official.getByRole('button', { name: `派单给${financier.name} · ${product.name}` }).click()
  await expect(official.getByRole('status').filter({ hasText: '已派单' }).first()).toBeVisible()
  await expect(official.getByRole('row', { name: financier.name }).first()).toContainText('已派单')
  await expect(official.getByText('3 个对接名额，已占 1 个')).toBeVisible()
})

test('without JavaScript a refusal says what is missing, and an admission goes through', async ({
  browser,
  baseURL,
  official,
  given,
}) => {
  const company = await given.company({ state: 'applied' })
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    storageState: await official.context().storageState(),
  })
  const page = await context.newPage()
  await page.goto(`/zh/official/organisations/${company.id}`)
  await page.getByRole('button', { name: '不予通过' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '请写明原因' })).toBeVisible()
  await page.getByLabel('准予入驻的依据').fill('已核对营业执照')
  await page.getByRole('button', { name: '准予入驻' }).click()
  await expect(page.getByRole('status').filter({ hasText: '入驻' }).first()).toBeVisible()
  await context.close()
})

test('an official without the duty reads why an act is not theirs', async ({ newcomer, given }) => {
  const company = await given.company({ state: 'applied' })
  const page = await newcomer({ email: 'publisher@city.example', password: demoPassword })
  await page.goto(`/zh/official/organisations/${company.id}`)
  await expect(page.getByRole('button', { name: '准予入驻' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await expect(page.getByText('您没有这项职责')).toBeVisible()
})
