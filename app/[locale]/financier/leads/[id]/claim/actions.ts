'use server'

import { notFound } from 'next/navigation'
import { parseForm, refusedForm, typedIn } from '@/app/forms'
import { go } from '@/app/go'
import { contextFor } from '@/app/session'
import type { FormState } from '@/components/ui/form-state'
import { claimSchema } from '@/domain/consent/consent'
import { claimNeed } from '@/domain/introduction/claim-need'

export async function claim(
  needId: string,
  productId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('financier', form)
  const parsed = parseForm(claimSchema, form, { groups: 'list' })
  if (!parsed.ok) return refusedForm(parsed, 'financier')
  const done = await claimNeed(context, { needId, productId }, parsed.data)
  if (!done.ok && done.refusal === 'not-found') notFound()
  if (!done.ok) return refusedForm({ ...done, values: typedIn(form) })
  return go(`/financier/introductions/${done.value}?done=claimed`)
}
