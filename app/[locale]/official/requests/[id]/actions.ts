'use server'

import * as z from 'zod'
import { parseForm, refusedForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { declineRequest } from '@/domain/request/decline-request'
import { grantRequest } from '@/domain/request/grant-request'
import { answerSchema } from '@/domain/request/request'
import { idFrom } from '../../id-from'

const answered = z.object({ words: answerSchema })
const place = (id: string, done: string) => `/official/requests/${id}?done=${done}`

export async function grant(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  const parsed = parseForm(answered, form, { words: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'registers')
  return settle(await grantRequest(context, id, parsed.data.words), form, place(id, 'given'))
}

export async function decline(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  const parsed = parseForm(answered, form, { words: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'registers')
  return settle(await declineRequest(context, id, parsed.data.words), form, place(id, 'refused'))
}
