'use server'

import * as z from 'zod'
import { parseForm, refusedForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { claimSchema } from '@/domain/consent/consent'
import { answerIntroduction } from '@/domain/introduction/answer-introduction'
import { handOver } from '@/domain/introduction/hand-over'
import { contactSchema, drawingSchema } from '@/domain/introduction/introduction'
import { logContact } from '@/domain/introduction/log-contact'
import { markFileComplete } from '@/domain/introduction/mark-file-complete'
import { reportDrawing } from '@/domain/introduction/report-drawing'
import { withdrawOffer } from '@/domain/offer/withdraw-offer'

/** The page of the introduction, which says what was done. */
const saying = (id: string, done: string) => `/financier/introductions/${id}?done=${done}`

export async function acceptInvitation(
  id: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('financier', form)
  const done = await answerIntroduction(context, id)
  return settle(done, form, saying(id, 'answered'))
}

export async function answerAssignment(
  id: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('financier', form)
  const parsed = parseForm(claimSchema, form, { groups: 'list' })
  if (!parsed.ok) return refusedForm(parsed, 'financier')
  const done = await answerIntroduction(context, id, parsed.data)
  return settle(done, form, saying(id, 'claimed'))
}

export async function logOneContact(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('financier', form)
  const parsed = parseForm(contactSchema, form, { note: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'financier')
  const done = await logContact(context, id, parsed.data)
  return settle(done, form, saying(id, 'contacted'))
}

export async function completeFile(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('financier', form)
  const done = await markFileComplete(context, id)
  return settle(done, form, saying(id, 'completed'))
}

export async function takeBack(
  id: string,
  offerId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('financier', form)
  const done = await withdrawOffer(context, offerId)
  return settle(done, form, saying(id, 'withdrawn'))
}

export async function reportOneDrawing(
  id: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('financier', form)
  if (!form.has('secures')) form.set('secures', '')
  const parsed = parseForm(drawingSchema, form, {
    amountFen: 'money',
    secures: 'text',
    voucher: 'text',
    isFurther: 'flag',
  })
  if (!parsed.ok) return refusedForm(parsed, 'financier')
  const done = await reportDrawing(context, id, parsed.data)
  return settle(done, form, saying(id, 'drawn'))
}

const colleagueSchema = z.object({ memberId: z.uuid('required') })

export async function giveToColleague(
  id: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('financier', form)
  const parsed = parseForm(colleagueSchema, form)
  if (!parsed.ok) return refusedForm(parsed, 'financier')
  const done = await handOver(context, id, parsed.data.memberId)
  return settle(done, form, saying(id, 'assigned'))
}
