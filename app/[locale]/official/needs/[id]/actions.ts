'use server'

import * as z from 'zod'
import { parseForm, refusedForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { assignNeed } from '@/domain/introduction/assign-need'
import { approveNeed } from '@/domain/need/approve-need'
import { approveWords } from '@/domain/need/approve-words'
import { returnNeed } from '@/domain/need/return-need'
import { returnWords } from '@/domain/need/return-words'
import { reasonSchema } from '@/domain/organisation/organisation'
import { idFrom } from '../../id-from'

const place = (id: string, done: string) => `/official/needs/${id}?done=${done}`
const toMend = z.object({ mend: reasonSchema })
const toProduct = z.object({ productId: z.uuid('required') })

export async function approve(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  return settle(await approveNeed(context, id), form, place(id, 'approved'))
}

export async function sendBack(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  const parsed = parseForm(toMend, form, { mend: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'official')
  const done = await returnNeed(context, id, parsed.data.mend)
  return settle(done, form, place(id, 'returned'))
}

export async function letWordsStand(
  asked: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  return settle(await approveWords(context, id), form, place(id, 'wordsApproved'))
}

export async function sendWordsBack(
  asked: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  const parsed = parseForm(toMend, form, { mend: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'official')
  const done = await returnWords(context, id, parsed.data.mend)
  return settle(done, form, place(id, 'wordsReturned'))
}

export async function assign(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  const parsed = parseForm(toProduct, form)
  if (!parsed.ok) return refusedForm(parsed, 'official')
  const done = await assignNeed(context, { needId: id, productId: parsed.data.productId })
  return settle(done, form, place(id, 'assigned'))
}
