'use server'

import { parseForm, refusedForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { declineVoid } from '@/domain/ledger/decline-void'
import { correctSchema, verifySchema, voidSchema } from '@/domain/ledger/ledger'
import { verifyService } from '@/domain/ledger/verify-service'
import { findProposal } from '@/domain/ledger/void-proposals'
import { agreeVoid } from '@/domain/moves/agree-void'
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
  const waits = await findProposal(context.db, id)
  return settle(done, form, place(id, waits ? 'proposed' : 'voided'))
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
  const waits = await findProposal(context.db, id)
  return settle(done, form, (row) => place(row, waits ? 'proposed' : 'corrected'))
}

export async function agreeTo(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const done = await agreeVoid(context, idFrom(asked))
  return settle(done, form, (row) => place(row, 'agreed'))
}

export async function declineIt(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  return settle(await declineVoid(context, id), form, place(id, 'declined'))
}
