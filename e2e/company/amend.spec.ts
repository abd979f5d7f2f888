import { expect, test } from '../financier/given'
import { onPhone } from '../fixtures'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    test(`a published need is amended, and Back shows the new terms${onPhone(javaScriptEnabled)}`, async ({
      newcomer,
      given,
    }) => {
      const met = await given.need()
      const page = await newcomer(met.signIn)
      await page.goto(`/zh/company/needs/${met.need.id}/amend`)
      await page.getByLabel('想要的金额').fill('450')
      await page.getByLabel('最低多少还有用').fill('200')
      await page.getByRole('radio', { name: '24 个月' }).check()
      await page.getByRole('button', { name: '保存修改并重新匹配' }).click()
      await page.waitForURL(new RegExp(`/company/needs/${met.need.id}$`))
      await page.goBack()
      await expect(page.getByLabel('想要的金额')).toHaveValue('450')
      await expect(page.getByLabel('最低多少还有用')).toHaveValue('200')
      await expect(page.getByRole('radio', { name: '24 个月' })).toBeChecked()
    })
  })
