import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { introduction, offer, product } from '@/db/schema'
import { isFinancing } from '../product/classes'
import { openOfferStates } from './offer'

/** The open offers of an introduction that ended lapse with it. */
export async function lapseOffers(tx: Database, introductionId: string, now: Date): Promise<void> {
  await tx
    .update(offer)
    .set({ state: 'lapsed', endedAt: now })
    .where(
      and(eq(offer.introductionId, introductionId), inArray(offer.state, [...openOfferStates])),
    )
}

/** What was accepted in an introduction and takes from what its need asks for: fen, 0 where nothing was. */
export async function acceptedFen(tx: Database, introductionId: string): Promise<number> {
  const [accepted] = await tx
    .select({ amountFen: offer.amountFen, class: product.class })
    .from(offer)
    .innerJoin(introduction, eq(introduction.id, offer.introductionId))
    .innerJoin(product, eq(product.id, introduction.productId))
    .where(and(eq(offer.introductionId, introductionId), eq(offer.state, 'accepted')))
  return accepted && isFinancing(accepted.class) ? accepted.amountFen : 0
}
