'use server'

import { getLocale } from 'next-intl/server'
import { refresh } from 'next/cache'
import * as z from 'zod'
import { parseForm, refusedForm, typedIn } from '@/app/forms'
import { contextForMember, sessionSecret } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { changeRole } from '@/domain/member/change-role'
import { inviteMember } from '@/domain/member/invite-member'
import { inviteMemberSchema, memberRoles } from '@/domain/member/member'
import { removeMember } from '@/domain/member/remove-member'
import { pathFor } from '@/messages/navigation'

const colleagueSchema = z.object({ memberId: z.uuid() })
const roleSchema = colleagueSchema.extend({ role: z.enum(memberRoles, 'required') })

/** The answer carries the one-time address, shown here alone. */
export async function invite(_: FormState, form: FormData): Promise<FormState> {
  const context = await contextForMember(form)
  const parsed = parseForm(inviteMemberSchema, form, { duties: 'list' })
  if (!parsed.ok) return refusedForm(parsed, 'account')
  const done = await inviteMember(context, parsed.data, sessionSecret())
  if (!done.ok) return refusedForm({ ...done, values: typedIn(form) })
  const path = pathFor(await getLocale(), `/invitation?token=${done.value.token}`)
  refresh()
  const invitationAddress = new URL(path, process.env.NEXTAUTH_URL).href
  return { status: 'done', values: { invitationAddress, invited: parsed.data.personName } }
}

export async function changeColleagueRole(_: FormState, form: FormData): Promise<FormState> {
  const context = await contextForMember(form)
  const parsed = parseForm(roleSchema, form)
  if (!parsed.ok) return refusedForm(parsed, 'account')
  const done = await changeRole(context, parsed.data.memberId, parsed.data.role)
  return settle(done, form, `/${context.actor.audience}/team?done=role`)
}

export async function removeColleague(_: FormState, form: FormData): Promise<FormState> {
  const context = await contextForMember(form)
  const parsed = parseForm(colleagueSchema, form)
  if (!parsed.ok) return refusedForm(parsed, 'account')
  const done = await removeMember(context, parsed.data.memberId)
  return settle(done, form, `/${context.actor.audience}/team?done=removed`)
}
