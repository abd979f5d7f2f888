import { expect, test } from '../financier/given'
import { writeNeed } from '../company/need-steps'

test('a need that a verifier returns is mended, published again and let through @phone', async ({
  newcomer,
  official,
  given,
}) => {
  test.setTimeout(120_000)
  const { signIn } = await given.company()
  const company = await newcomer(signIn)

  await writeNeed(company, '150')
  await company.getByRole('button', { name: /^发布给/ }).click()
  await company.waitForURL(/\/published$/)
  const id = /needs\/([0-9a-f-]{36})/.exec(company.url())?.[1] ?? ''

  await official.goto(`/zh/official/needs/${id}`)
  await official.getByRole('button', { name: '退回修改' }).click()
  await expect(official.getByRole('alert').filter({ hasText: '请写明' })).toBeVisible()
  await official.getByLabel('要改什么').fill('请写明采购什么')
  await official.getByRole('button', { name: '退回修改' }).click()
  await expect(official.getByRole('status').filter({ hasText: '已退回' }).first()).toBeVisible()

  await company.goto('/zh/company')
  await expect(company.getByText('审核员说：请写明采购什么')).toBeVisible()
  await company.getByRole('link', { name: '修改并重新发布' }).click()
  await expect(company).toHaveURL(/\/check$/)
  await expect(company.getByText('请写明采购什么')).toBeVisible()
  await company.getByRole('link', { name: '改 主要用途' }).click()
  await expect(company.getByText('请写明采购什么'), 'said where it is mended').toBeVisible()
  await company.getByLabel('用途说明').fill('采购铌酸锂晶圆 2,000 片。')
  await company.getByRole('button', { name: '保存，去核对' }).click()
  await expect(company.getByText('采购铌酸锂晶圆 2,000 片。').first()).toBeVisible()
  await company.getByRole('button', { name: /^发布给/ }).click()
  await company.waitForURL(/\/published$/)

  await official.goto(`/zh/official/needs/${id}`)
  await expect(official.getByText('采购铌酸锂晶圆 2,000 片。').first()).toBeVisible()
  await official.getByRole('button', { name: /^发布(给|这项)/ }).click()
  await expect(official.getByText('已发布，正在匹配产品')).toBeVisible()

  await company.goto('/zh/company')
  await expect(company.getByText('请写明采购什么')).toHaveCount(0)
  await company.goto(`/zh/company/needs/${id}`)
  await expect(async () => {
    await company.reload()
    await expect(company.getByRole('heading', { level: 1 })).toHaveText(/能为这 150\s万元融资/, {
      timeout: 1000,
    })
  }).toPass({ timeout: 30_000 })
})
