'use server'

import { cookies } from 'next/headers'
import { isForm } from '@/app/forms'
import { THEME_COOKIE, themeOf } from '@/components/shell/theme'

const YEAR_SECONDS = 31_536_000

/** Looks only: anyone may choose, nothing is stored but the cookie. */
export async function chooseTheme(form: FormData): Promise<void> {
  const asked = isForm(form) ? form.get('theme') : null
  const theme = typeof asked === 'string' ? themeOf(asked) : undefined
  const jar = await cookies()
  if (theme) jar.set(THEME_COOKIE, theme, { maxAge: YEAR_SECONDS, sameSite: 'lax', httpOnly: true })
  else jar.delete(THEME_COOKIE)
}
