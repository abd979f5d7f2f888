'use server'

import * as z from 'zod'
import { parseForm, refusedForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import {
  consentSchema,
  fieldGroups,
  leastGroups,
  dateSchema,
  narrowSchema,
  undoSchema,
  widenSchema,
  type FieldGroup,
} from '@/domain/consent/consent'
import { dateConsent } from '@/domain/introduction/date-consent'
import { giveConsent } from '@/domain/introduction/give-consent'
import { restoreConsent } from '@/domain/introduction/restore-consent'
import { widenConsent } from '@/domain/introduction/widen-consent'
import { endIntroduction } from '@/domain/moves/end-introduction'
import { narrowConsent } from '@/domain/moves/narrow-consent'
import { refuseRequest } from '@/domain/moves/refuse-request'
import { revokeConsent } from '@/domain/moves/revoke-consent'
import { reasonSchema } from '@/domain/organisation/organisation'

/** Consents to what was ticked; name and contact are always among it. */
export async function consentTo(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('company', form)
  for (const group of leastGroups) form.append('groups[]', group)
  const parsed = parseForm(consentSchema, form, { groups: 'list' })
  if (!parsed.ok) return refusedForm(parsed, 'introduction')
  const groups = [...new Set(parsed.data.groups)]
  const done = await giveConsent(context, id, { ...parsed.data, groups })
  return settle(done, form, `/company/introductions/${id}?done=consented`)
}

export async function refuse(id: string, _: FormState, form: FormData): Promise<FormState> {
  const done = await refuseRequest(await contextFor('company', form), id)
  return settle(done, form, `/company/introductions/${id}`)
}

export async function widen(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('company', form)
  const parsed = parseForm(widenSchema, form, { groups: 'list' })
  if (!parsed.ok) return refusedForm(parsed, 'introduction')
  const done = await widenConsent(context, id, parsed.data)
  return settle(done, form, `/company/introductions/${id}?done=widened`)
}

const backs = z.enum(['introduction', 'consents'])
const takeBackSchema = narrowSchema.extend({ back: backs })

/** The page on which something was done to what one financier may see: a talk's own, or the list of all. */
const backTo = (id: string, back: z.output<typeof backs>, done: string) =>
  back === 'consents'
    ? `/company/consents?done=${done}&of=${id}`
    : `/company/introductions/${id}?done=${done}`

/** Takes one or more groups back at once; where nothing ended by it, the answer offers to undo it. */
export async function takeBack(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('company', form)
  const parsed = parseForm(takeBackSchema, form, { groups: 'list' })
  if (!parsed.ok) return refusedForm(parsed, 'introduction')
  const { groups, back } = parsed.data
  const all = fieldGroups.every((group) => groups.includes(group))
  const done = all
    ? await revokeConsent(context, id)
    : await narrowConsent(context, id, groups satisfies FieldGroup[])
  return settle(done, form, backTo(id, back, 'taken'))
}

/** Opens again exactly what was taken back last. */
export async function undoTaking(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('company', form)
  const parsed = parseForm(undoSchema.extend({ back: backs }), form)
  if (!parsed.ok) return refusedForm(parsed, 'introduction')
  const done = await restoreConsent(context, id, new Date(parsed.data.at))
  return settle(done, form, backTo(id, parsed.data.back, 'restored'))
}

/** Gives one group another last day. */
export async function redate(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('company', form)
  const parsed = parseForm(dateSchema.extend({ back: backs }), form)
  if (!parsed.ok) return refusedForm(parsed, 'introduction')
  const done = await dateConsent(context, id, parsed.data)
  return settle(done, form, backTo(id, parsed.data.back, 'dated'))
}

const endSchema = z.object({ reason: reasonSchema })

export async function end(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('company', form)
  const parsed = parseForm(endSchema, form, { reason: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'introduction')
  const done = await endIntroduction(context, id, parsed.data.reason)
  return settle(done, form, `/company/introductions/${id}`)
}
