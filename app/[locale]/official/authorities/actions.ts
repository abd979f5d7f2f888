'use server'

import { getLocale } from 'next-intl/server'
import { refresh } from 'next/cache'
import { parseForm, refusedForm, typedIn, type Reading } from '@/app/forms'
import { contextFor, sessionSecret } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { grantOfficial } from '@/domain/member/grant-official'
import { grantOfficialSchema, inviteOfficialSchema } from '@/domain/member/member'
import { inviteOfficial } from '@/domain/moves/invite-official'
import { pathFor } from '@/messages/navigation'

const rights: Record<string, Reading> = {
  duties: 'list',
  wholeCity: 'flag',
  districts: 'list',
  zones: 'list',
}

/** The answer carries the one-time address, shown here alone. */
export async function invite(_: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const parsed = parseForm(inviteOfficialSchema, form, {
    ...rights,
    authorityId: 'text',
    name: 'text',
    uscc: 'text',
  })
  if (!parsed.ok) return refusedForm(parsed, 'account')
  const done = await inviteOfficial(context, parsed.data, sessionSecret())
  if (!done.ok) return refusedForm({ ...done, values: typedIn(form) })
  const path = pathFor(await getLocale(), `/invitation?token=${done.value.token}`)
  refresh()
  const invitationAddress = new URL(path, process.env.NEXTAUTH_URL).href
  return { status: 'done', values: { invitationAddress, invited: parsed.data.personName } }
}

export async function grant(_: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const parsed = parseForm(grantOfficialSchema, form, rights)
  if (!parsed.ok) return refusedForm(parsed, 'account')
  return settle(
    await grantOfficial(context, parsed.data),
    form,
    '/official/authorities?done=granted',
  )
}
