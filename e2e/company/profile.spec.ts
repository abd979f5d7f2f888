import { expect, signIn, test } from '../fixtures'
import { signUp } from '../newcomers'
import { signOut } from './need-steps'

test('the profile is a list of tasks that is resumed after signing in again', async ({ page }) => {
  const company = await signUp(page)
  await page.goto('/zh/company/profile')
  await expect(page.getByText('6 项已填好 1 项')).toBeVisible()
  await page.getByRole('link', { name: '所在地' }).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: '请选择所在区县。' })).toBeVisible()
  await page.getByLabel('所在区县').selectOption({ label: '雁塔区' })
  await page.getByLabel('开发区').selectOption({ label: '高新区' })
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('6 项已填好 2 项')).toBeVisible()

  await signOut(page)
  await signIn(page, company)
  await page.goto('/zh/company/profile')
  await expect(page.getByText('6 项已填好 2 项')).toBeVisible()
  await page.getByRole('link', { name: '人员' }).click()
  await page.getByLabel('员工人数').fill('３８ 人')
  await page.getByLabel('研发人员').fill('40')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: '研发人员不能多于员工总数' }),
  ).toBeVisible()
  await page.getByLabel('研发人员').fill('12')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('6 项已填好 3 项')).toBeVisible()
})

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    test('another certificate is added without losing what was typed', async ({ page }) => {
      await signUp(page)
      await page.goto('/en/company/profile/property')
      await page.getByLabel('Invention patents').fill('11')
      const first = page.getByRole('group', { name: 'Certificate 1' })
      await first.getByLabel('Kind').selectOption({ label: 'High-tech enterprise' })
      await first.getByLabel('Valid from').fill('2024-03-01')
      await page.getByRole('button', { name: 'Add a certificate' }).click()
      const second = page.getByRole('group', { name: 'Certificate 2' })
      await expect(page.getByLabel('Invention patents')).toHaveValue('11')
      await expect(first.getByLabel('Kind')).toHaveValue('high-tech-enterprise')
      await second.getByLabel('Kind').selectOption({ label: 'Gazelle' })
      await second.getByLabel('Valid from').fill('2024-05-01')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.waitForURL(/\/en\/company\/profile\?done/)
      await page.goto('/en/company/profile/property')
      await expect(second.getByLabel('Kind')).toHaveValue('gazelle')
    })
  })
