'use server'

import { notFound } from 'next/navigation'
import { parseForm, refusedForm, typedIn } from '@/app/forms'
import { go } from '@/app/go'
import { contextFor } from '@/app/session'
import type { FormState } from '@/components/ui/form-state'
import { claimNeed } from '@/domain/introduction/claim-need'
import { claimSchema } from '@/domain/introduction/introduction'
import { findLead } from '@/domain/match/queries'

export async function claim(matchId: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('financier')
  const parsed = parseForm(claimSchema, form, { groups: 'list' })
  if (!parsed.ok) return refusedForm(parsed, 'financier')
  const lead = await findLead(context, matchId)
  if (!lead) return refusedForm({ refusal: 'need-not-open', values: typedIn(form) })
  const done = await claimNeed(context, lead, parsed.data)
  if (!done.ok && done.refusal === 'not-found') notFound()
  if (!done.ok) return refusedForm({ ...done, values: typedIn(form) })
  return go(`/financier/introductions/${done.value}?done=claimed`)
}
