'use server'

import { parseForm, refusedForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle as end } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { dismissDoubt } from '@/domain/doubt/dismiss-doubt'
import { decideSchema } from '@/domain/doubt/doubt'
import { settleDoubt } from '@/domain/doubt/settle-doubt'
import { idFrom } from '../../id-from'

const place = (id: string, done: string) => `/official/doubts/${id}?done=${done}`
const reads = { note: 'text', rows: 'whole' } as const

export async function dismiss(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  const parsed = parseForm(decideSchema, form, reads)
  if (!parsed.ok) return refusedForm(parsed, 'doubts')
  return end(await dismissDoubt(context, id, parsed.data), form, place(id, 'right'))
}

export async function settle(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  const parsed = parseForm(decideSchema, form, reads)
  if (!parsed.ok) return refusedForm(parsed, 'doubts')
  return end(await settleDoubt(context, id, parsed.data), form, place(id, 'mended'))
}
