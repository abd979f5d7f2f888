'use server'

import * as z from 'zod'
import { parseForm, refusedForm } from '@/app/forms'
import { go } from '@/app/go'
import { strangerContext, startSession } from '@/app/session'
import type { FormState } from '@/components/ui/form-state'
import { acceptMembership } from '@/domain/member/accept-membership'
import { acceptMembershipSchema } from '@/domain/member/member'
import { findInvitation } from '@/domain/member/queries'
import { signIn } from '@/domain/member/sign-in'

/** Beside what is accepted, the address that the form shows. */
const schema = acceptMembershipSchema.extend({ username: z.string().max(200) })

export async function acceptInvitation(_: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(schema, form)
  if (!parsed.ok) return refusedForm(parsed, 'account')
  const context = await strangerContext()
  const { token, password, username } = parsed.data
  const invitation = await findInvitation(context, token)
  const done = await acceptMembership(context, { token, password })
  // Sent twice, the second finds it accepted: whoever has the password is let in all the same.
  const session = await signIn(context, { email: invitation?.email ?? username, password })
  if (!session.ok) return refusedForm(done.ok ? session : done)
  await startSession(session.value)
  return go(`/${session.value.audience}`)
}
