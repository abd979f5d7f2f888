'use server'

import { parseForm, refusedForm } from '@/app/forms'
import { go } from '@/app/go'
import { contextForMember, startSession } from '@/app/session'
import type { FormState } from '@/components/ui/form-state'
import { changePassword } from '@/domain/member/change-password'
import { changePasswordSchema } from '@/domain/member/member'

/** This session goes on with the new version; every other one ends. */
export async function changeOwnPassword(_: FormState, form: FormData): Promise<FormState> {
  const context = await contextForMember(form)
  const parsed = parseForm(changePasswordSchema, form)
  if (!parsed.ok) return refusedForm(parsed, 'account')
  const done = await changePassword(context, parsed.data)
  if (!done.ok) return refusedForm(done)
  await startSession({ memberId: context.actor.memberId, sessionVersion: done.value })
  return go('/account/password?done=changed')
}
