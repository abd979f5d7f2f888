import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { introduction, offer, product } from '@/db/schema'
import type { ClockActor, CompanyActor, FinancierActor } from '../actor'
import { lockTalk } from '../introduction/lock-talk'

/** An offer with its talk and the class of its product, locked after it; a stranger's is not found. */
export async function lockOffer(
  tx: Database,
  actor: CompanyActor | FinancierActor | ClockActor,
  offerId: string,
) {
  const [found] = await tx
    .select({ introductionId: offer.introductionId, class: product.class })
    .from(offer)
    .innerJoin(introduction, eq(introduction.id, offer.introductionId))
    .innerJoin(product, eq(product.id, introduction.productId))
    .where(eq(offer.id, offerId))
  const talk = found && (await lockTalk(tx, actor, found.introductionId))
  if (!talk) return undefined
  const [locked] = await tx.select().from(offer).where(eq(offer.id, offerId)).for('no key update')
  return locked && { ...talk, offer: locked, class: found.class }
}

export type LockedOffer = NonNullable<Awaited<ReturnType<typeof lockOffer>>>
