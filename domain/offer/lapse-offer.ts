import { whyNotClock } from '../actor'
import { dayOf } from '../calendar/calendar'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { lockOffer } from './lock-offer'
import { endOffer } from './move-offer'
import { openOfferStates, type OfferState } from './offer'

/** The clock ends an offer that nobody took by the day it was valid until; an approved introduction goes back. */
export async function lapseOffer(
  context: Context,
  offerId: string,
): Promise<Result<string, 'wrong-audience' | 'not-found' | 'wrong-state'>> {
  const { actor, now } = context
  const no = whyNotClock(actor)
  if (no) return refused(no)
  return transact(context, async (tx) => {
    const found = await lockOffer(tx, { audience: 'clock' }, offerId)
    if (!found) return refused('not-found')
    const { state, validUntil } = found.offer
    const isOpen = (openOfferStates as readonly OfferState[]).includes(state)
    if (!isOpen || validUntil >= dayOf(now)) return refused('wrong-state', { state })
    await endOffer(tx, found, 'lapsed', now)
    await recordEvent(tx, context, 'offer.lapsed', offerId, {
      companyId: found.introduction.companyId,
      facts: { introductionId: found.introduction.id },
    })
    return ok(offerId)
  })
}
