'use server'

import { notFound } from 'next/navigation'
import { parseForm, refusedForm, typedIn } from '@/app/forms'
import { go } from '@/app/go'
import { contextFor } from '@/app/session'
import type { FormState } from '@/components/ui/form-state'
import { declineSchema } from '@/domain/introduction/introduction'
import { declineNeed } from '@/domain/moves/decline-need'

export async function decline(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('financier', form)
  const parsed = parseForm(declineSchema, form, { words: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'financier')
  const done = await declineNeed(context, id, parsed.data)
  if (!done.ok && done.refusal === 'not-found') notFound()
  if (!done.ok) return refusedForm({ ...done, values: typedIn(form) })
  return go(`/financier/introductions/${id}?done=declined`)
}
