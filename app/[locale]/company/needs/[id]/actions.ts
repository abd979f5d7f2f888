'use server'

import { parseForm, refusedForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
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
  for (const group of leastGroups) form.append('groups[]', group)
  const parsed = parseForm(consentSchema, form, { groups: 'list' })
  if (!parsed.ok) return refusedForm(parsed, 'need')
  const done = await inviteFinancier(context, { needId, productId }, parsed.data)
  return settle(done, form, (id) => `/company/introductions/${id}?done=invited`)
}

const offersOf = (needId: string) => `/company/needs/${needId}#offers`

export async function ask(
  needId: string,
  offerId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const done = await askForApproval(await contextFor('company', form), offerId)
  return settle(done, form, offersOf(needId))
}

export async function accept(
  needId: string,
  offerId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const done = await acceptOffer(await contextFor('company', form), offerId)
  return settle(done, form, offersOf(needId))
}

export async function decline(
  needId: string,
  offerId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const done = await declineOffer(await contextFor('company', form), offerId)
  return settle(done, form, offersOf(needId))
}
