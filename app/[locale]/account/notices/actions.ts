'use server'

import { parseForm, refusedForm } from '@/app/forms'
import { go } from '@/app/go'
import { contextForMember } from '@/app/session'
import type { FormState } from '@/components/ui/form-state'
import { notificationSettingSchema } from '@/domain/notification/notification'
import { saveSetting } from '@/domain/notification/settings'

export async function saveNoticeSetting(_: FormState, form: FormData): Promise<FormState> {
  const context = await contextForMember(form)
  const parsed = parseForm(notificationSettingSchema, form, { kinds: 'list' })
  if (!parsed.ok) return refusedForm(parsed, 'account')
  await saveSetting(context, parsed.data)
  return go('/account/notices?done=saved')
}
