import { expect, test } from '../financier/given'

test('the company accepts one of two offers, and what is still open is what is left @phone', async ({
  newcomer,
  given,
}) => {
  test.setTimeout(120_000)
  const [bank, other] = [await given.bank(), await given.bank()]
  const met = await given.need()
  const id = await given.approved(bank, met)
  await given.approved(other, met, { amountFen: 200_000_000, rateBp: 395 })
  const company = await newcomer(met.signIn)

  await company.goto('/zh/company')
  await company.getByRole('link', { name: '比较并答复' }).first().click()
  const offers = company.locator('#offers')
  await expect(offers.getByRole('heading', { level: 2 })).toContainText(bank.organisation.name)
  await company.getByRole('button', { name: `接受${bank.organisation.name}的 300 万元…` }).click()
  const dialog = company.getByRole('dialog', { name: /接受.+，综合年化 3\.\d\d%？/ })
  await dialog.getByRole('button', { name: '接受这份方案' }).click()
  await expect(offers.getByText('已接受').first()).toBeVisible()
  await expect(company.getByRole('heading', { level: 1 })).toContainText('200 万元')
  await expect(
    company.getByRole('button', { name: `接受${other.organisation.name}的 200 万元…` }),
    'the other offer stays until the company ends it',
  ).toBeVisible()
  await company.goBack()
  await expect(company.getByRole('link', { name: '比较并答复' })).toHaveCount(1)

  const financier = await newcomer(bank.signIn)
  await financier.goto(`/zh/financier/introductions/${id}`)
  await expect(financier.getByText('已接受').first()).toBeVisible()
  await expect(financier.getByRole('button', { name: '登记放款' })).toBeVisible()
})
