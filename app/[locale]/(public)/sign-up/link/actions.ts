'use server'

import { parseForm, refusedForm, typedIn } from '@/app/forms'
import { go } from '@/app/go'
import { strangerContext, startSession } from '@/app/session'
import type { FormState } from '@/components/ui/form-state'
import { signIn } from '@/domain/member/sign-in'
import { registerOrganisation } from '@/domain/moves/register-organisation'
import { registerOrganisationSchema, personSchema } from '@/domain/organisation/organisation'

/** Beside what is accepted, the address that the form shows. */
const schema = registerOrganisationSchema.extend({ username: personSchema.email })

export async function register(_: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(schema, form)
  if (!parsed.ok) return refusedForm(parsed, 'account')
  const { token, password, username: email } = parsed.data
  const context = await strangerContext()
  const done = await registerOrganisation(context, { token, password })
  // Sent twice, the second finds it used: whoever has the password is let in all the same.
  const session = await signIn(context, { email, password })
  if (!session.ok) return refusedForm({ ...(done.ok ? session : done), values: typedIn(form) })
  await startSession(session.value)
  return go(`/${session.value.audience}`)
}
