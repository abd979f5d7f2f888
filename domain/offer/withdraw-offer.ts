import type { FinancierActor } from '../actor'
import type { Context } from '../context'
import { endOffer, moveOffer } from './move-offer'
import { openOfferStates } from './offer'

/** The financier takes an open offer back. */
export function withdrawOffer(context: Context<FinancierActor>, offerId: string) {
  return moveOffer(context, offerId, {
    as: 'financier',
    from: openOfferStates,
    event: 'offer.withdrawn',
    alone: true,
    current: false,
    run: async (tx, found) => {
      await endOffer(tx, found, 'withdrawn', context.now)
      return undefined
    },
  })
}
