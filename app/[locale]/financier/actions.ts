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

const backSchema = z.object({ back: z.string().max(1000).optional() })

const passSchema = backSchema.extend({
  lead: z.uuid(),
  code: z.enum(declineCodeList).nullable(),
  next: z.string().max(40).optional(),
})

/** The list that the form came from. */
const readBack = ({ back }: z.output<typeof backSchema>) =>
  readLeadAddress(Object.fromEntries(new URLSearchParams(back)))

export async function passOver(_: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('financier', form)
  const parsed = parseForm(passSchema, form, { code: 'text' })
  if (!parsed.ok) return refusedForm(parsed)
  const { lead: matchId, code, next } = parsed.data
  const done = await passMatch(context, matchId, { undo: false, code })
  const { filter, after } = readBack(parsed.data)
  const lead = next && isId(next) ? next : null
  return settle(done, form, leadsHref(filter, { after, lead, done: matchId }))
}

export async function restoreLead(
  matchId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('financier', form)
  const parsed = parseForm(backSchema, form)
  if (!parsed.ok) return refusedForm(parsed)
  const done = await passMatch(context, matchId, { undo: true })
  const { filter, after } = readBack(parsed.data)
  // What was put back is in every list but that of what was passed over.
  return settle(done, form, leadsHref({ ...filter, passed: undefined }, { after, lead: matchId }))
}
