'use server'

import { parseForm, refusedForm } from '@/app/forms'
import { contextForMember, startSession } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { changePassword } from '@/domain/member/change-password'
import { changePasswordSchema } from '@/domain/member/member'

/** This session goes on with the new version; every other one ends. */
export async function changeOwnPassword(_: FormState, form: FormData): Promise<FormState> {
  const context = await contextForMember(form)
  const parsed = parseForm(changePasswordSchema, form)
  if (!parsed.ok) return refusedForm(parsed, 'account')
  const done = await changePassword(context, parsed.data)
  const { memberId } = context.actor
  if (done.ok) await startSession({ memberId, sessionVersion: done.value })
  return settle(done, form, '/account/password?done=changed')
}
