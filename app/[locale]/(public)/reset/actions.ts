'use server'

import { getLocale } from 'next-intl/server'
import { parseForm, refusedForm, typedIn } from '@/app/forms'
import { linkSent } from '@/app/link-sent'
import { strangerContext } from '@/app/session'
import { composeLink } from '@/components/mail/link-mail'
import type { FormState } from '@/components/ui/form-state'
import { askForResetSchema } from '@/domain/member/member'
import { askForReset } from '@/domain/moves/ask-for-reset'

/** Whether anybody has the address, the answer is the same. */
export async function askForLink(_: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(askForResetSchema, form)
  if (!parsed.ok) return refusedForm(parsed, 'account')
  const context = await strangerContext()
  const how = { language: await getLocale(), compose: composeLink }
  const done = await askForReset(context, parsed.data.email, how)
  if (!done.ok) return refusedForm({ ...done, values: typedIn(form) })
  return linkSent(context, parsed.data.email, `/reset/link?token=${done.value.token}`)
}
