import type { CompanyActor } from '../actor'
import type { Context } from '../context'
import { endOffer, moveOffer } from './move-offer'
import { openOfferStates } from './offer'

/** The company says no to an offer. */
export function declineOffer(context: Context<CompanyActor>, offerId: string) {
  return moveOffer(context, offerId, {
    as: 'company',
    from: openOfferStates,
    event: 'offer.declined',
    alone: true,
    current: false,
    run: async (tx, found) => {
      await endOffer(tx, found, 'declined', context.now)
      return undefined
    },
  })
}
