'use server'

import { parseForm, refusedForm, typedIn } from '@/app/forms'
import { go } from '@/app/go'
import { strangerContext, sessionSecret, startSession } from '@/app/session'
import type { FormState } from '@/components/ui/form-state'
import { firstAdministratorSchema } from '@/domain/member/member'
import { signIn } from '@/domain/member/sign-in'
import { makeFirstAdministrator } from '@/domain/moves/make-first-administrator'

export async function makeAdministrator(_: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(firstAdministratorSchema, form)
  if (!parsed.ok) return refusedForm(parsed, 'account')
  const context = await strangerContext()
  const done = await makeFirstAdministrator(context, parsed.data, sessionSecret())
  const refused = done.ok ? null : { ...done, values: typedIn(form) }
  if (refused && refused.refusal !== 'administrator-exists') return refusedForm(refused)
  // Sent twice, the second finds one made: whoever has the password is let in all the same.
  const session = await signIn(context, parsed.data)
  if (!session.ok) return refusedForm(refused ?? session)
  await startSession(session.value)
  return go('/official')
}
