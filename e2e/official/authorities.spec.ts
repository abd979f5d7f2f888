import { demoPassword, personas } from '../../scripts/city/personas'
import { expect, expectAccessible, test } from '../fixtures'
import { newEmail } from '../newcomers'

test('an administrator of the city invites an official of a district, who then sees its places alone', async ({
  official,
  newcomer,
}) => {
  const email = newEmail()
  await official.goto('/zh/official/team')
  await official.getByRole('link', { name: '政府部门与官员' }).click()
  const form = official.locator('form').filter({ hasText: '新的部门' })
  await form.getByLabel('政府部门').selectOption({ label: personas.districtOfficial.organisation })
  await form.getByLabel('姓名').fill('许碑林')
  await form.getByLabel('邮箱').fill(email)
  await form.getByLabel(/审核/).first().check()
  await form.getByRole('button', { name: '生成邀请地址' }).click()
  await expect(official.getByRole('alert').first()).toContainText('请选全市，或至少一个区县')
  await form.getByLabel('碑林区').check()
  await form.getByRole('button', { name: '生成邀请地址' }).click()
  const shown = official.getByRole('status').filter({ hasText: '给许碑林的邀请地址' })
  const address = new URL(await shown.getByText(/\/invitation\?token=/).innerText())
  await expectAccessible(official)

  const invited = await newcomer()
  await invited.goto(address.pathname + address.search)
  await invited.getByLabel('设置密码').fill('another sentence')
  await invited.getByRole('button', { name: '加入并登录' }).click()
  await invited.waitForURL(/\/zh\/official$/)
  await invited.goto('/zh/official/tasks')
  await expect(invited.getByText('您的范围是碑林区')).toBeVisible()
  await invited.goto('/zh/official/authorities')
  await expect(invited.getByText('只有市级管理员可以办理')).toBeVisible()

  await official.reload()
  await official.getByText(/^改职责和范围 许碑林$/).click()
  const rights = official.getByRole('form', { name: '许碑林的职责和范围' })
  await rights.getByLabel('灞桥区').check()
  await rights.getByRole('button', { name: '保存' }).click()
  await expect(official.getByText('职责和范围已改')).toBeVisible()
  await invited.reload()
  await expect(invited).toHaveURL(/\/sign-in/)
})

test('an owner of a district’s authority without the duty invites nobody', async ({ newcomer }) => {
  const page = await newcomer({ email: personas.districtOfficial.email, password: demoPassword })
  await page.goto('/zh/official/team')
  await expect(page.getByText('由有“管理员”职责的负责人办理')).toBeVisible()
  await expect(page.getByRole('button', { name: '生成邀请地址' })).toHaveCount(0)
})
