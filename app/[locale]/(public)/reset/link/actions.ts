'use server'

import { parseForm, refusedForm } from '@/app/forms'
import { strangerContext } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { acceptMembershipSchema } from '@/domain/member/member'
import { resetPassword } from '@/domain/member/reset-password'

export async function reset(_: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(acceptMembershipSchema, form)
  if (!parsed.ok) return refusedForm(parsed, 'account')
  return settle(
    await resetPassword(await strangerContext(), parsed.data),
    form,
    '/sign-in?done=reset',
  )
}
