'use server'

import { parseForm, refusedForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { confirmService } from '@/domain/ledger/confirm-service'
import { disputeService } from '@/domain/ledger/dispute-service'
import { disputeSchema } from '@/domain/ledger/ledger'

export async function confirm(id: string, _: FormState, form: FormData): Promise<FormState> {
  const done = await confirmService(await contextFor('company', form), id)
  return settle(done, form, '/company/services?done=confirmed')
}

export async function dispute(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('company', form)
  const parsed = parseForm(disputeSchema, form, { reason: 'text', rightAmountFen: 'money' })
  if (!parsed.ok) return refusedForm(parsed, 'introduction')
  const done = await disputeService(context, id, parsed.data)
  return settle(done, form, '/company/services?done=disputed')
}
