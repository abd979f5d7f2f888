import { expect, said, test } from '../financier/given'

test('of what a financier asks the company gives a part, and the financier sees exactly that part @phone', async ({
  newcomer,
  given,
}) => {
  test.setTimeout(120_000)
  const bank = await given.bank()
  const met = await given.need({}, { introduction: '只在经营情况里写的话', debtRatioBp: 4_321 })
  const [financier, company] = [await newcomer(bank.signIn), await newcomer(met.signIn)]

  await financier.goto(`/zh/financier/leads/${await given.leadId(bank, met.need)}/claim`)
  await financier.getByRole('checkbox', { name: '经营情况和人员' }).check()
  await financier.getByRole('checkbox', { name: '财务数据' }).check()
  await financier.getByRole('checkbox', { name: '知识产权和抵质押物' }).check()
  await financier.getByRole('button', { name: '抢单，请企业授权' }).click()
  await expect(said(financier, '已请企业授权')).toBeVisible()
  const page = new URL(financier.url()).pathname

  await company.goto('/zh/company')
  await company.getByRole('link', { name: '逐项选' }).click()
  await company.waitForURL(/\/introductions\//)
  await expect(
    company.getByRole('heading', { name: `${bank.organisation.name}想看 5 项资料` }),
  ).toBeVisible()
  await expect(company.getByRole('checkbox', { name: '经营情况和人员' })).not.toBeChecked()
  await company.getByRole('checkbox', { name: '财务数据' }).check()
  await company.getByRole('button', { name: '授权，开始对接' }).click()
  await expect(company.getByText(/现在可以看到您勾选的内容/)).toBeVisible()
  await expect(company.getByRole('heading', { name: '它现在能看 3 项' })).toBeVisible()

  await financier.goto(page)
  await expect(financier.getByRole('heading', { level: 1 })).toHaveText(met.company.name)
  for (const given of ['企业名称和代码', '联系人和电话', '财务数据'])
    await expect(financier.getByRole('heading', { name: given, level: 3 })).toBeVisible()
  await expect(financier.getByText('43.21%').first()).toBeVisible()
  for (const kept of ['经营情况和人员', '知识产权和抵质押物', '资质证书'])
    await expect(financier.getByRole('heading', { name: kept, level: 3 })).toHaveCount(0)
  expect(await financier.content()).not.toContain('只在经营情况里写的话')

  await company.goto('/zh/company/consents')
  const look = company.getByRole('row').filter({ hasText: bank.organisation.name })
  await expect(look, 'the look is written down').toContainText(
    '企业名称和代码、联系人和电话、财务数据',
  )
})
