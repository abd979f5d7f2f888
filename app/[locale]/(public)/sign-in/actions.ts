'use server'

import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import * as z from 'zod'
import { parseForm, refusedForm, typedIn } from '@/app/forms'
import { placeAfterSignIn } from '@/app/place-after-sign-in'
import { strangerContext, startSession } from '@/app/session'
import type { FormState } from '@/components/ui/form-state'
import { signInSchema } from '@/domain/member/member'
import { signIn } from '@/domain/member/sign-in'
import { keepLanguage } from '@/domain/notification/settings'

const schema = signInSchema.extend({ next: z.string().max(2000).optional() })

export async function signInHere(_: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(schema, form)
  if (!parsed.ok) return refusedForm(parsed, 'account')
  const context = await strangerContext()
  const done = await signIn(context, parsed.data)
  if (!done.ok) return refusedForm({ ...done, values: typedIn(form) })
  const locale = await getLocale()
  await keepLanguage(context, done.value.memberId, locale)
  await startSession(done.value)
  redirect(placeAfterSignIn(parsed.data.next, done.value.audience, locale))
}
