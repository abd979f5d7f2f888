import type { Page } from '@playwright/test'
import { expect } from '../fixtures'

/** Starts a need from My needs and answers the five steps; ends on the page that checks the answers. */
export async function writeNeed(page: Page, amount = '１，２００万') {
  await page.goto('/zh/company/needs/new')
  await page.getByRole('button', { name: '开始登记' }).click()
  await page.getByLabel('主要用途').selectOption({ label: '原料采购' })
  await page.getByRole('checkbox', { name: /^信用贷款/ }).check()
  await page.getByRole('button', { name: /保存，下一步/ }).click()
  await answerAmount(page, amount)
  await page.getByRole('checkbox', { name: '订单' }).check()
  await page.getByRole('button', { name: /保存，下一步/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('最高成本是多少，什么时候要？')
  await page.getByLabel('能接受的最高年化成本').fill('4.5％')
  await page.getByRole('button', { name: /保存，下一步/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('谁能看到什么？')
  await page.getByRole('button', { name: '保存，去核对' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('核对，然后发布')
}

async function answerAmount(page: Page, amount: string) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('要多少，用多久？')
  await page.getByLabel('想要的金额').fill(amount)
  await page.getByRole('radio', { name: '12 个月' }).check()
  await page.getByRole('button', { name: /保存，下一步/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('能提供什么抵质押？')
}

export async function signOut(page: Page) {
  await page.getByRole('button', { name: /账号/ }).click()
  await page.getByRole('button', { name: '退出' }).click()
  await page.waitForURL(/\/zh\/?$/)
}
