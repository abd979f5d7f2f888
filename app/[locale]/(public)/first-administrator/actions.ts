'use server'

import { parseForm, refusedForm, typedIn } from '@/app/forms'
import { go } from '@/app/go'
import { publicContext, sessionSecret, startSession } from '@/app/session'
import type { FormState } from '@/components/ui/form-state'
import { makeFirstAdministrator } from '@/domain/member/make-first-administrator'
import { firstAdministratorSchema } from '@/domain/member/member'
import { signIn } from '@/domain/member/sign-in'

export async function makeAdministrator(_: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(firstAdministratorSchema, form)
  if (!parsed.ok) return refusedForm(parsed, 'account')
  const context = publicContext()
  const done = await makeFirstAdministrator(context, parsed.data, sessionSecret())
  if (!done.ok) return refusedForm({ ...done, values: typedIn(form) })
  const session = await signIn(context, parsed.data)
  if (!session.ok) return refusedForm(session)
  await startSession(session.value)
  return go('/official')
}
