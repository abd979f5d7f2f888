import { expect, test } from '../financier/given'
import { writeNeed } from './need-steps'

test('a company publishes a need, reads word for word what financiers will see, and gets its number and date @phone', async ({
  newcomer,
  given,
}) => {
  const { signIn } = await given.company()
  const company = await newcomer(signIn)
  await writeNeed(company, '150')
  await company.getByText('逐字看机构读到的每一项').click()
  await expect(company.getByText('150 万元').first()).toBeVisible()
  await company.getByRole('button', { name: /发布给 \d+ 家机构/ }).click()
  await company.waitForURL(/\/published$/)
  await expect(company.getByRole('heading', { level: 1 })).toHaveText('需求已提交')
  await expect(company.getByText(/^XQ-\d{4}-\d{6}$/)).toBeVisible()
  await expect(company.getByText(/平台会在 .+ 前审核完/)).toBeVisible()
  await company.getByRole('link', { name: '看这项需求' }).click()
  await expect(company.getByRole('heading', { name: '平台审核中' })).toBeVisible()
})
