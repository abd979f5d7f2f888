import { expect, expectAccessible, test } from '../fixtures'
import { newEmail, signUp } from '../newcomers'

test('a colleague is invited, joins, and once removed is out at once', async ({
  page,
  newcomer,
}) => {
  await signUp(page)
  const email = newEmail()
  await page.goto('/zh/company/team')
  await expect(page.getByText('您是唯一的负责人')).toBeVisible()
  await page.getByLabel('姓名').fill('周同事')
  await page.getByLabel('邮箱').fill(email)
  await page.getByRole('button', { name: '生成邀请地址' }).click()
  const shown = page.getByRole('status').filter({ hasText: '给周同事的邀请地址' })
  const address = await shown.getByText(/\/invitation\?token=/).innerText()
  await expect(page.getByLabel('姓名')).toHaveValue('')
  await page.reload()
  await expect(page.getByText(/\/invitation\?token=/)).toHaveCount(0)
  await expect(page.getByText('已邀请，未接受')).toBeVisible()
  await expectAccessible(page)

  const { pathname, search } = new URL(address)
  const colleague = await newcomer()
  await colleague.goto(pathname + search)
  await expectAccessible(colleague)
  await colleague.getByLabel('设置密码').fill('short')
  await colleague.getByRole('button', { name: '加入并登录' }).click()
  await expect(colleague.getByRole('alert').first()).toContainText('至少 10 位')
  await colleague.getByLabel('设置密码').fill('another sentence')
  await colleague.getByRole('button', { name: '加入并登录' }).click()
  await colleague.waitForURL(/\/zh\/company$/)
  await colleague.goto('/zh/company/team')
  await expect(colleague.getByText('请找负责人：林新来')).toBeVisible()

  const again = await newcomer()
  await again.goto(pathname + search)
  await expect(again.getByRole('heading', { name: '这个邀请已经失效' })).toBeVisible()

  await page.reload()
  await page.getByRole('button', { name: /^移除 周同事$/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '移除周同事' }).click()
  await expect(page.getByText('已移除')).toBeVisible()
  await colleague.reload()
  await expect(colleague).toHaveURL(/\/sign-in/)
})

test('an owner changes what a colleague may do', async ({ page }) => {
  await signUp(page)
  await page.goto('/zh/company/team')
  await page.getByLabel('姓名').fill('周同事')
  await page.getByLabel('邮箱').fill(newEmail())
  await page.getByRole('button', { name: '生成邀请地址' }).click()
  await expect(page.getByText('给周同事的邀请地址')).toBeVisible()
  await page.reload()
  await page.getByText(/^改权限 周同事$/).click()
  const form = page.getByRole('form', { name: '周同事的权限' })
  await form.getByRole('radio', { name: /只读/ }).check()
  await form.getByRole('button', { name: '保存权限' }).click()
  await expect(page.getByText('权限已改')).toBeVisible()
  await expect(page.getByText('只读 · 只能查看').first()).toBeVisible()
})
