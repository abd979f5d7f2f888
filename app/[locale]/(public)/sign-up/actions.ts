'use server'

import { getLocale } from 'next-intl/server'
import { parseForm, refusedForm, typedIn } from '@/app/forms'
import { linkSent } from '@/app/link-sent'
import { strangerContext } from '@/app/session'
import { composeLink } from '@/components/mail/link-mail'
import type { FormState } from '@/components/ui/form-state'
import { askToRegister } from '@/domain/moves/ask-to-register'
import { askToRegisterSchema } from '@/domain/organisation/organisation'

/** Whether the code or the address is known, the answer is the same. */
export async function signUp(_: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(askToRegisterSchema, form, { financierKind: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'account')
  const context = await strangerContext()
  const how = { language: await getLocale(), compose: composeLink }
  const done = await askToRegister(context, parsed.data, how)
  if (!done.ok) return refusedForm({ ...done, values: typedIn(form) })
  return linkSent(context, parsed.data.email, `/sign-up/link?token=${done.value.token}`)
}
