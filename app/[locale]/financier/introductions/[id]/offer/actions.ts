'use server'

import { notFound } from 'next/navigation'
import { parseForm, refusedForm, typedIn } from '@/app/forms'
import { go } from '@/app/go'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { dayOf } from '@/domain/calendar/calendar'
import { findFinancierIntroduction } from '@/domain/introduction/queries'
import { approveOffer } from '@/domain/offer/approve-offer'
import { makeOffer } from '@/domain/offer/make-offer'
import { offerSchemaOf, whyNotOffer } from '@/domain/offer/offer'
import { offerFields, offerReadings, withFees } from './offer-address'

/** The terms go to the page that shows what they cost; nothing is written yet. */
export async function checkOffer(
  id: string,
  final: boolean,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('financier', form)
  const met = await findFinancierIntroduction(context, id)
  if (!met) notFound()
  const parsed = parseForm(offerSchemaOf(met.product.class), withFees(form), offerReadings)
  if (!parsed.ok) return refusedForm({ ...parsed, values: typedIn(form) }, 'financier')
  const why = whyNotOffer(
    parsed.data,
    { openFen: met.need.openFen, class: met.product.class },
    dayOf(context.now),
  )
  if (why) return refusedForm({ refusal: why, values: typedIn(form) })
  const query = new URLSearchParams(offerFields(parsed.data))
  if (final) query.set('final', 'yes')
  const check = `/financier/introductions/${id}/offer/check?${query}`
  return go(check)
}

/** The company gets it, at the cost that was shown. */
export async function sendOffer(
  id: string,
  final: boolean,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('financier', form)
  const met = await findFinancierIntroduction(context, id)
  if (!met) notFound()
  const parsed = parseForm(offerSchemaOf(met.product.class), withFees(form), offerReadings)
  if (!parsed.ok) return refusedForm(parsed, 'financier')
  const done = await (final ? approveOffer : makeOffer)(context, id, parsed.data)
  const said = final ? 'approved' : 'offered'
  // Its fields are hidden here, so a refusal stands above, not at one of them.
  return settle(done, {}, `/financier/introductions/${id}?done=${said}`)
}
