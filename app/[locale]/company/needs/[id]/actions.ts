'use server'

import { parseForm, refusedForm, typedIn } from '@/app/forms'
import { go } from '@/app/go'
import { contextFor } from '@/app/session'
import type { FormState } from '@/components/ui/form-state'
import { consentSchema, leastGroups } from '@/domain/consent/consent'
import { inviteFinancier } from '@/domain/introduction/invite-financier'
import { acceptOffer } from '@/domain/offer/accept-offer'
import { askForApproval } from '@/domain/offer/ask-for-approval'
import { declineOffer } from '@/domain/offer/decline-offer'

/** Invites a financier; what must be seen to be reached at all goes along with what was ticked. */
export async function invite(
  needId: string,
  productId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('company', form)
  const values = typedIn(form)
  for (const group of leastGroups) form.append('groups[]', group)
  const parsed = parseForm(consentSchema, form, { groups: 'list' })
  if (!parsed.ok) return refusedForm({ ...parsed, values }, 'need')
  const done = await inviteFinancier(context, { needId, productId }, parsed.data)
  if (!done.ok) return refusedForm({ ...done, values })
  return go(`/company/introductions/${done.value}?done=invited`)
}

async function answered(needId: string, done: Awaited<ReturnType<typeof acceptOffer>>) {
  if (!done.ok) return refusedForm(done)
  return go(`/company/needs/${needId}#offers`)
}

export async function ask(
  needId: string,
  offerId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return answered(needId, await askForApproval(await contextFor('company', form), offerId))
}

export async function accept(
  needId: string,
  offerId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return answered(needId, await acceptOffer(await contextFor('company', form), offerId))
}

export async function decline(
  needId: string,
  offerId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return answered(needId, await declineOffer(await contextFor('company', form), offerId))
}
