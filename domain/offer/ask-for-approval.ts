import { eq } from 'drizzle-orm'
import { offer } from '@/db/schema'
import type { CompanyActor } from '../actor'
import type { Context } from '../context'
import { moveOffer } from './move-offer'

/** The company asks for a decision on an indicative offer; the others stay. */
export function askForApproval(context: Context<CompanyActor>, offerId: string) {
  return moveOffer(context, offerId, {
    as: 'company',
    from: ['indicative'],
    event: 'offer.approval-asked',
    current: true,
    run: async (tx) => {
      await tx
        .update(offer)
        .set({ state: 'asked', askedAt: context.now })
        .where(eq(offer.id, offerId))
      return undefined
    },
  })
}
