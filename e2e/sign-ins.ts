import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

export type SignedInAudience = 'company' | 'financier' | 'official'

export interface SignIn {
  audience: SignedInAudience
  email: string
  password: string
  organisation: string
}

/** Who may sign in to the demonstration city; the filling wrote it down. */
export function signInOf(audience: SignedInAudience): SignIn {
  const file = process.env.DEMO_SIGN_INS ?? join(process.cwd(), '.data', 'demo-sign-ins.json')
  const all = JSON.parse(readFileSync(file, 'utf8')) as SignIn[]
  const found = all.find((one) => one.audience === audience)
  if (found === undefined) throw new Error(`${file} has no sign-in for ${audience}`)
  return found
}

export async function signIn(
  page: Page,
  who: { email: string; password: string },
  language: Language = 'zh',
) {
  await page.goto(`/${language}/sign-in`)
  await page.locator('input[name=email]').fill(who.email)
  await page.locator('input[name=password]').fill(who.password)
  await page.locator('input[name=password]').press('Enter')
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
}
