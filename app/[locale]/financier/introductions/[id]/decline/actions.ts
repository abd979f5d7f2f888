'use server'

import { parseForm, refusedForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { declineSchema } from '@/domain/introduction/introduction'
import { declineNeed } from '@/domain/moves/decline-need'

export async function decline(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('financier', form)
  const parsed = parseForm(declineSchema, form, { words: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'financier')
  const done = await declineNeed(context, id, parsed.data)
  return settle(done, form, `/financier/introductions/${id}?done=declined`)
}
