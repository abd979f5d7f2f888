import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { introduction, need, offer } from '@/db/schema'
import type { ClockActor, CompanyActor, FinancierActor } from '../actor'

/** An offer with its introduction and need, locked in the order need, introduction, offer; a stranger's is not found. */
export async function lockOffer(
  tx: Database,
  actor: CompanyActor | FinancierActor | ClockActor,
  offerId: string,
) {
  const side = actor.audience === 'company' ? introduction.companyId : introduction.financierId
  const isOwn = actor.audience === 'clock' ? undefined : eq(side, actor.organisationId)
  const [found] = await tx
    .select({ needId: offer.needId, introductionId: offer.introductionId })
    .from(offer)
    .innerJoin(introduction, eq(introduction.id, offer.introductionId))
    .where(and(eq(offer.id, offerId), isOwn))
  if (!found) return undefined
  const [lockedNeed] = await tx
    .select()
    .from(need)
    .where(eq(need.id, found.needId))
    .for('no key update')
  const [lockedIntroduction] = await tx
    .select()
    .from(introduction)
    .where(eq(introduction.id, found.introductionId))
    .for('no key update')
  const [locked] = await tx.select().from(offer).where(eq(offer.id, offerId)).for('no key update')
  if (!lockedNeed || !lockedIntroduction || !locked) return undefined
  return { need: lockedNeed, introduction: lockedIntroduction, offer: locked }
}

export type LockedOffer = NonNullable<Awaited<ReturnType<typeof lockOffer>>>
