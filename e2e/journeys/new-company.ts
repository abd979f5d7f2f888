import { randomInt } from 'node:crypto'
import type { Page } from '@playwright/test'
import { usccCheckCharacter } from '../../domain/uscc/uscc'
import { expect } from '../fixtures'
import { openLink } from '../newcomers'

export interface NewCompany {
  name: string
  uscc: string
  email: string
  password: string
}

/** A company nobody has seen before, with a made-up code that is valid. */
export function newCompany(): NewCompany {
  const serial = String(randomInt(1_000_000_000)).padStart(9, '0')
  const first17 = `91619999${serial}`
  return {
    name: `西安旅程${serial.slice(-4)}光子科技有限公司`,
    uscc: `${first17}${usccCheckCharacter(first17) ?? ''}`,
    email: `journey-${serial}@example.cn`,
    password: '一句好记的话 2026',
  }
}

export async function signUpCompany(page: Page, company: NewCompany): Promise<void> {
  await page.goto('/zh/sign-up?kind=company')
  await page.getByLabel('单位名称').fill(company.name)
  // As people type it: lower case and with spaces.
  await page
    .getByLabel('统一社会信用代码')
    .fill(company.uscc.toLowerCase().replace(/(.{6})/, '$1 '))
  await page.getByLabel('姓名').fill('林旅')
  await page.getByLabel('电话').fill('029 0000 1234')
  await page.getByLabel('邮箱').fill(company.email)
  await page.getByRole('button', { name: '发送链接' }).click()
  await openLink(page, company.password)
  await expect(page.getByText('入驻申请审核中')).toBeVisible()
}

async function saveSection(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.waitForURL(/\/company\/profile(\?|$)/)
}

/** Everything a teaser needs, and accounts and patents besides. */
export async function fillProfile(page: Page): Promise<void> {
  await page.goto('/zh/company/profile/place')
  await page.getByLabel('所在区县').selectOption({ label: '雁塔区' })
  await page.getByLabel('开发区').selectOption({ label: '高新区' })
  await saveSection(page)
  await page.goto('/zh/company/profile/business')
  await page.getByRole('checkbox', { name: '光子' }).check()
  await page.getByRole('radio', { name: '成长期' }).check()
  await page.getByLabel('成立日期').fill('2019-03-12')
  await saveSection(page)
  await page.goto('/zh/company/profile/people')
  await page.getByLabel('员工人数').fill('４５')
  await saveSection(page)
  await page.goto('/zh/company/profile/accounts')
  await page.getByLabel('营业收入').first().fill('2600')
  await page.getByLabel('净利润').first().fill('310')
  await page.getByLabel('资产负债率').fill('42')
  await saveSection(page)
  await page.goto('/zh/company/profile/property')
  await page.getByLabel('发明专利').fill('12')
  await page.getByLabel('种类').first().selectOption({ label: '高新技术企业' })
  await page.getByLabel('级别').first().selectOption({ label: '国家级' })
  await page.getByLabel('有效期起').first().fill('2025-10-01')
  await page.getByLabel('有效期止').first().fill('2028-09-30')
  await saveSection(page)
}

/** A need of some wan for a year, kept step by step as a draft, and sent to review. */
export async function publishNeed(page: Page, wan: string, wantedBy: string): Promise<void> {
  await page.goto('/zh/company/needs/new')
  await page.getByRole('button', { name: '开始登记' }).click()
  await page.getByLabel('主要用途').selectOption({ label: '原料采购' })
  await page.getByLabel('用途说明').fill('采购铌酸锂晶圆，备明年一季度订单。')
  await page.getByRole('checkbox', { name: '信用贷款' }).check()
  await page.getByRole('checkbox', { name: '知识产权质押贷款' }).check()
  await page.getByRole('button', { name: /^保存，下一步/ }).click()
  await page.getByLabel('想要的金额').fill(wan)
  await page.getByRole('radio', { name: '12 个月' }).check()
  await page.getByRole('button', { name: /^保存，下一步/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('抵质押')
  await page.getByRole('button', { name: /^保存，下一步/ }).click()
  await page.getByLabel('能接受的最高年化成本').fill('5.5')
  await page.getByLabel('最晚什么时候用款').fill(wantedBy)
  await page.getByRole('button', { name: /^保存，下一步/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('谁能看到')
  await page.getByRole('button', { name: /保存/ }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('核对')
  await page.getByRole('button', { name: /^发布给/ }).click()
  await expect(page.getByText(/XQ-\d{4}-\d{6}/).first()).toBeVisible()
}
