'use server'

import { notFound } from 'next/navigation'
import * as z from 'zod'
import { parseForm, refusedForm, typedIn } from '@/app/forms'
import { go } from '@/app/go'
import { contextFor } from '@/app/session'
import type { FormState } from '@/components/ui/form-state'
import { claimSchema } from '@/domain/consent/consent'
import { answerIntroduction } from '@/domain/introduction/answer-introduction'
import { handOver } from '@/domain/introduction/hand-over'
import { contactSchema, drawingSchema } from '@/domain/introduction/introduction'
import { logContact } from '@/domain/introduction/log-contact'
import { markFileComplete } from '@/domain/introduction/mark-file-complete'
import { reportDrawing } from '@/domain/introduction/report-drawing'
import { withdrawOffer } from '@/domain/offer/withdraw-offer'
import type { Result } from '@/domain/result'
import type { Messages } from '@/messages/messages'

type Refusal = keyof Messages['refusals']

/** Back to the page of the introduction, which says what was done; or the refusal, with what was typed. */
async function answerTo(
  id: string,
  done: Result<string, Refusal>,
  said: string,
  form?: FormData,
): Promise<FormState> {
  if (!done.ok && done.refusal === 'not-found') notFound()
  if (!done.ok) return refusedForm({ ...done, ...(form ? { values: typedIn(form) } : {}) })
  return go(`/financier/introductions/${id}?done=${said}`)
}

export async function acceptInvitation(
  id: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('financier', form)
  return answerTo(id, await answerIntroduction(context, id), 'answered')
}

export async function answerAssignment(
  id: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('financier', form)
  const parsed = parseForm(claimSchema, form, { groups: 'list' })
  if (!parsed.ok) return refusedForm(parsed, 'financier')
  return answerTo(id, await answerIntroduction(context, id, parsed.data), 'claimed', form)
}

export async function logOneContact(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('financier', form)
  const parsed = parseForm(contactSchema, form, { note: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'financier')
  return answerTo(id, await logContact(context, id, parsed.data), 'contacted', form)
}

export async function completeFile(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('financier', form)
  return answerTo(id, await markFileComplete(context, id), 'completed')
}

export async function takeBack(
  id: string,
  offerId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('financier', form)
  return answerTo(id, await withdrawOffer(context, offerId), 'withdrawn')
}

export async function reportOneDrawing(
  id: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('financier', form)
  if (!form.has('secures')) form.set('secures', '')
  const parsed = parseForm(drawingSchema, form, { amountFen: 'money', secures: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'financier')
  return answerTo(id, await reportDrawing(context, id, parsed.data), 'drawn', form)
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
  return answerTo(id, await handOver(context, id, parsed.data.memberId), 'assigned', form)
}
