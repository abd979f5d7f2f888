import { expect, test } from '../fixtures'

test('the catalogue is narrowed in the address, a chip takes it back, and so does Back @phone', async ({
  page,
}) => {
  await page.goto('/zh/products')
  await page.getByLabel('融资方式').selectOption({ label: '信用贷款' })
  await page.getByRole('button', { name: '筛选' }).click()
  await expect(page).toHaveURL(/class=credit-loan/)
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(5)
  await page.getByLabel('机构类型').selectOption({ label: '银行' })
  await page.getByRole('button', { name: '筛选' }).click()
  await expect(page).toHaveURL(/kind=bank/)
  await page.getByRole('link', { name: '去掉条件：银行' }).click()
  await expect(page).not.toHaveURL(/kind=bank/)
  await page.goBack()
  await expect(page).toHaveURL(/kind=bank/)
  await expect(page.getByLabel('机构类型')).toHaveValue('bank')
})

test('a product says its terms and criteria in words, and how to register a need', async ({
  page,
}) => {
  await page.goto('/en/products?class=credit-loan')
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'Who can use it' })).toBeVisible()
  await expect(page.getByText('Yearly rate')).toBeVisible()
  await page.getByRole('link', { name: 'Register a need' }).click()
  await expect(page).toHaveURL(/\/en\/sign-up\?kind=company$/)
})
