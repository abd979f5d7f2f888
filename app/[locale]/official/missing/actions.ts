'use server'

import { getLocale } from 'next-intl/server'
import { parseForm, refusedForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import { composeInvitation } from '@/components/mail/invitation-mail'
import type { FormState } from '@/components/ui/form-state'
import { inviteSchema } from '@/domain/gap/gap'
import { inviteCompany } from '@/domain/moves/invite-company'
import { tellFinanciers } from '@/domain/moves/tell-financiers'
import { idFrom } from '../id-from'

export async function invite(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  const parsed = parseForm(inviteSchema, form, { email: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'gap')
  const how = { language: await getLocale(), compose: composeInvitation }
  const done = await inviteCompany(context, id, parsed.data.email, how)
  return settle(done, form, '/official/missing/companies?done=invited')
}

export async function tell(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const done = await tellFinanciers(context, idFrom(asked))
  return settle(done, form, (told) => `/official/missing/needs?done=told&told=${told}`)
}
