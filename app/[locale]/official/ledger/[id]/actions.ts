'use server'

import { parseForm, refusedForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { correctSchema, verifySchema, voidSchema } from '@/domain/ledger/ledger'
import { verifyService } from '@/domain/ledger/verify-service'
import { correctService } from '@/domain/moves/correct-service'
import { voidService } from '@/domain/moves/void-service'
import { idFrom } from '../../id-from'

const place = (id: string, done: string) => `/official/ledger/${id}?done=${done}`

export async function verify(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  const parsed = parseForm(verifySchema, form, { note: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'ledger')
  const done = await verifyService(context, id, parsed.data.note)
  return settle(done, form, place(id, 'verified'))
}

export async function takeOut(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  const parsed = parseForm(voidSchema, form, { why: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'ledger')
  const done = await voidService(context, id, parsed.data.why)
  return settle(done, form, place(id, 'voided'))
}

export async function correct(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  const parsed = parseForm(correctSchema, form, {
    amountFen: 'money',
    contractNo: 'text',
    why: 'text',
  })
  if (!parsed.ok) return refusedForm(parsed, 'ledger')
  const { why, ...right } = parsed.data
  const done = await correctService(context, id, right, why)
  return settle(done, form, (row) => place(row, 'corrected'))
}
