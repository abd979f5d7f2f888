import type { Page } from '@playwright/test'
import { expect, onPhone, test } from '../fixtures'
import { signUp } from '../newcomers'

const onwards = /保存，下一步/

/** The amount's step of a new draft, in two tabs of one person. */
async function openTwice(page: Page): Promise<Page> {
  await signUp(page)
  await page.goto('/zh/company/needs/new')
  await page.getByRole('button', { name: '开始登记' }).click()
  await page.getByLabel('主要用途').selectOption({ label: '原料采购' })
  await page.getByRole('checkbox', { name: /^信用贷款/ }).check()
  await page.getByRole('button', { name: onwards }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('要多少，用多久？')
  const other = await page.context().newPage()
  await other.goto(page.url())
  return other
}

async function answer(page: Page, wan: string, months: string) {
  await page.getByLabel('想要的金额').fill(wan)
  await page.getByRole('radio', { name: `${months} 个月` }).check()
  await page.getByRole('button', { name: onwards }).click()
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    test(`of two tabs the second overwrites nothing, loses nothing, and says how to go on${onPhone(javaScriptEnabled)}`, async ({
      page,
    }) => {
      const second = await openTwice(page)
      await answer(page, '500', '12')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('能提供什么抵质押？')

      await answer(second, '800', '24')
      const refused = second.getByRole('alert').filter({ hasText: '这份草稿在别处改过' })
      await expect(refused).toBeVisible()
      await expect(second.getByLabel('想要的金额')).toHaveValue('800')
      await expect(second.getByRole('radio', { name: '24 个月' })).toBeChecked()
      await second.getByRole('button', { name: onwards }).click()
      await expect(refused, 'asked again, it still overwrites nothing').toBeVisible()

      const opened = page.context().waitForEvent('page')
      await second.getByRole('link', { name: '在新标签页看别处保存的' }).click()
      const latest = await opened
      await expect(latest.getByLabel('想要的金额')).toHaveValue('500')
      await expect(latest.getByRole('radio', { name: '12 个月' })).toBeChecked()

      await second.getByRole('button', { name: '以这一页为准，保存' }).click()
      await expect(second.getByRole('heading', { level: 1 })).toHaveText('能提供什么抵质押？')
      await latest.reload()
      await expect(latest.getByLabel('想要的金额')).toHaveValue('800')
    })
  })
