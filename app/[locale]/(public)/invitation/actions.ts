'use server'

import { parseForm, refusedForm } from '@/app/forms'
import { go } from '@/app/go'
import { publicContext, startSession } from '@/app/session'
import type { FormState } from '@/components/ui/form-state'
import { acceptMembership } from '@/domain/member/accept-membership'
import { acceptMembershipSchema } from '@/domain/member/member'
import { findInvitation } from '@/domain/member/queries'
import { signIn } from '@/domain/member/sign-in'

export async function acceptInvitation(_: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(acceptMembershipSchema, form)
  if (!parsed.ok) return refusedForm(parsed, 'account')
  const context = publicContext()
  const invitation = await findInvitation(context, parsed.data.token)
  if (!invitation) return refusedForm({ refusal: 'invitation-invalid' })
  const done = await acceptMembership(context, parsed.data)
  if (!done.ok) return refusedForm(done)
  const session = await signIn(context, { ...invitation, password: parsed.data.password })
  if (!session.ok) return refusedForm(session)
  await startSession(session.value)
  return go(`/${session.value.audience}`)
}
