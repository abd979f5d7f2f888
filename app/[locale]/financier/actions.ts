'use server'

import * as z from 'zod'
import { parseForm, refusedForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { isId } from '@/domain/id'
import { declineCodeList } from '@/domain/introduction/introduction'
import { passMatch } from '@/domain/match/pass-match'
import { leadsHref, readLeadAddress } from './lead-address'

const passSchema = z.object({
  code: z.enum(declineCodeList).nullable(),
  back: z.string().max(1000).optional(),
  next: z.string().max(40).optional(),
})

export async function passOver(matchId: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('financier', form)
  const parsed = parseForm(passSchema, form, { code: 'text' })
  if (!parsed.ok) return refusedForm(parsed)
  const done = await passMatch(context, matchId, { undo: false, code: parsed.data.code })
  const back = Object.fromEntries(new URLSearchParams(parsed.data.back))
  const { filter, after } = readLeadAddress(back)
  const { next } = parsed.data
  const lead = next && isId(next) ? next : null
  return settle(done, form, leadsHref(filter, { after, lead, done: matchId }))
}

export async function restoreLead(
  matchId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('financier', form)
  const done = await passMatch(context, matchId, { undo: true })
  return settle(done, form, leadsHref({}, { lead: matchId }))
}
