import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { need, offer, product } from '@/db/schema'
import { dayOf } from '../calendar/calendar'
import { allInBp } from '../cost/cost'
import type { Context } from '../context'
import { freshCode } from '../fresh-code'
import { newId } from '../id'
import type { IntroductionRow } from '../introduction/lock-talk'
import { openOfferStates, type OfferInput } from './offer'

/** What is asked for now, and whether the product of an introduction would finance it. */
export async function findAsked(tx: Database, { needId, productId }: IntroductionRow) {
  const [asked] = await tx
    .select({ needVersion: need.version, openFen: need.openFen, class: product.class })
    .from(need)
    .innerJoin(product, eq(product.id, productId))
    .where(eq(need.id, needId))
  if (!asked) throw new Error(`need ${needId} or product ${productId} is gone`)
  return asked
}

/** Writes new terms; the open offer they replace stays readable. */
export async function writeOffer(
  tx: Database,
  { now }: Context,
  to: { introduction: IntroductionRow; needVersion: number },
  state: 'indicative' | 'approved',
  input: OfferInput,
): Promise<void> {
  const open = and(
    eq(offer.introductionId, to.introduction.id),
    inArray(offer.state, [...openOfferStates]),
  )
  const replaced = await tx
    .update(offer)
    .set({ state: 'replaced', endedAt: now })
    .where(open)
    .returning({ id: offer.id })
  await tx.insert(offer).values({
    ...input,
    id: newId(),
    code: await freshCode(tx, 'offer', now),
    introductionId: to.introduction.id,
    needId: to.introduction.needId,
    needVersion: to.needVersion,
    state,
    allInBp: allInBp(input, dayOf(now)),
    replacesId: replaced[0]?.id ?? null,
    createdAt: now,
    ...(state === 'approved' ? { approvedAt: now } : {}),
  })
}
