import { randomInt, randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { usccCheckCharacter } from '../domain/uscc/uscc'

const PASSWORD = 'a sentence to remember'

/** A valid code of a company that nobody has met, with a 0 in it so that an O may be typed for it. */
export function newUscc(): string {
  for (;;) {
    const first17 = `91619999MA0${String(randomInt(1_000_000)).padStart(6, '0')}`
    const check = usccCheckCharacter(first17)
    if (check !== null) return first17 + check
  }
}

export function newEmail(): string {
  return `${randomUUID().slice(0, 13)}@newcomer.example`
}

/** What a new company types; every run is another one, so that the city stays as it is for others. */
export function newCompany() {
  const uscc = newUscc()
  return {
    name: `西安新来科技${uscc.slice(11)}有限公司`,
    uscc,
    email: newEmail(),
    password: PASSWORD,
  }
}

/** Opens the one-time link, which the demonstration city shows on the page, and chooses the password. */
export async function openLink(page: Page, password: string): Promise<void> {
  await page.getByRole('link', { name: '打开链接' }).click()
  await page.getByLabel('设置密码').fill(password)
  await page.getByRole('button', { name: '提交申请并登录' }).click()
}

/** Registers a company in Chinese; the page is signed in as its owner afterwards. */
export async function signUp(page: Page, company = newCompany()) {
  await page.goto('/zh/sign-up?kind=company')
  await page.getByLabel('单位名称').fill(company.name)
  await page.getByLabel('统一社会信用代码').fill(company.uscc)
  await page.getByLabel('姓名').fill('林新来')
  await page.getByLabel('电话').fill('029-88880000')
  await page.getByLabel('邮箱').fill(company.email)
  await page.getByRole('button', { name: '发送链接' }).click()
  await openLink(page, company.password)
  await page.waitForURL(/\/zh\/company/)
  return company
}
