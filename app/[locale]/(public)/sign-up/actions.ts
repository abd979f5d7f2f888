'use server'

import { getTranslations } from 'next-intl/server'
import { parseForm, refusedForm, typedIn } from '@/app/forms'
import { go } from '@/app/go'
import { strangerContext, startSession } from '@/app/session'
import type { FormState } from '@/components/ui/form-state'
import { signIn } from '@/domain/member/sign-in'
import { registerOrganisation } from '@/domain/moves/register-organisation'
import { registerOrganisationSchema } from '@/domain/organisation/organisation'
import { normaliseUscc, suggestUscc } from '@/domain/uscc/uscc'

/** Where a new member begins: the first thing to do is there. */
const firstPage = { company: '/company', financier: '/financier' }

export async function signUp(_: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(registerOrganisationSchema, form, { financierKind: 'text' })
  if (!parsed.ok) return withSuggestion(await refusedForm(parsed, 'account'))
  const context = await strangerContext()
  const done = await registerOrganisation(context, parsed.data)
  const refused = done.ok ? null : { ...done, values: typedIn(form) }
  if (refused && refused.refusal !== 'already-registered') return refusedForm(refused)
  // Sent twice, the second finds it registered: whoever has the password is let in all the same.
  const session = await signIn(context, parsed.data)
  if (!session.ok) return refusedForm(refused ?? session)
  await startSession(session.value)
  return go(firstPage[parsed.data.kind])
}

/** A wrong code that only has letters no code has gets the code that was probably meant. */
async function withSuggestion(state: FormState): Promise<FormState> {
  const { errors = {}, values = {} } = state
  const code = errors.uscc && typeof values.uscc === 'string' ? normaliseUscc(values.uscc) : ''
  const suggested = suggestUscc(code)
  if (suggested === null) return state
  const t = await getTranslations('account')
  return {
    ...state,
    errors: { ...errors, uscc: t('signUp.didYouMean', { code: suggested }) },
    values: { ...values, suggestedUscc: suggested },
  }
}
