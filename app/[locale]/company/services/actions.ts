'use server'

import { parseForm, refusedForm, typedIn } from '@/app/forms'
import { go } from '@/app/go'
import { contextFor } from '@/app/session'
import type { FormState } from '@/components/ui/form-state'
import { confirmService } from '@/domain/ledger/confirm-service'
import { disputeService } from '@/domain/ledger/dispute-service'
import { disputeSchema } from '@/domain/ledger/ledger'

async function told(word: 'confirmed' | 'disputed'): Promise<never> {
  return go(`/company/services?done=${word}`)
}

export async function confirm(id: string, _: FormState, form: FormData): Promise<FormState> {
  const done = await confirmService(await contextFor('company', form), id)
  return done.ok ? told('confirmed') : refusedForm(done)
}

export async function dispute(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('company', form)
  const parsed = parseForm(disputeSchema, form, { reason: 'text', rightAmountFen: 'money' })
  if (!parsed.ok) return refusedForm(parsed, 'introduction')
  const done = await disputeService(context, id, parsed.data)
  return done.ok ? told('disputed') : refusedForm({ ...done, values: typedIn(form) })
}
