'use server'

import { parseForm, refusedForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
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
  return settle(done, form, (id) => `/financier/introductions/${id}?done=claimed`)
}
