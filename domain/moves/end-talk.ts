import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { consent, introduction, need, offer, product } from '@/db/schema'
import { enqueue } from '@/ports/queue'
import { dayOf, type Day } from '../calendar/calendar'
import {
  liveStates,
  type DeclineCode,
  type Ending,
  type IntroductionState,
} from '../introduction/introduction'
import { keepNeedIndex } from '../need/keep-need-index'
import { openOfferStates } from '../offer/offer'
import { isFinancing } from '../product/classes'

export interface EndingFacts {
  ending: Ending
  code?: DeclineCode
  words?: string | null
}

/**
 * Ends one introduction from the state it was read in: its open offers lapse, its consents stop and its place is free.
 * Answers false when somebody moved it first.
 */
export async function endIntroductionRow(
  tx: Database,
  introductionId: string,
  from: IntroductionState,
  now: Date,
  { ending, code, words }: EndingFacts,
): Promise<boolean> {
  const ended = await tx
    .update(introduction)
    .set({
      state: 'ended',
      stateAt: now,
      endedAt: now,
      dueAt: null,
      ending,
      declineCode: code ?? null,
      endingWords: words ?? null,
    })
    .where(and(eq(introduction.id, introductionId), eq(introduction.state, from)))
    .returning({ id: introduction.id })
  if (ended.length === 0) return false
  await tx
    .update(offer)
    .set({ state: 'lapsed', endedAt: now })
    .where(
      and(eq(offer.introductionId, introductionId), inArray(offer.state, [...openOfferStates])),
    )
  await tx
    .update(consent)
    .set({ endedAt: now })
    .where(and(eq(consent.introductionId, introductionId), isNull(consent.endedAt)))
  await reopenAccepted(tx, introductionId, dayOf(now))
  return true
}

/** What was accepted and will not be paid is open again, where its need still is. */
async function reopenAccepted(tx: Database, introductionId: string, today: Day): Promise<void> {
  const [accepted] = await tx
    .select({ needId: offer.needId, amountFen: offer.amountFen, class: product.class })
    .from(offer)
    .innerJoin(introduction, eq(introduction.id, offer.introductionId))
    .innerJoin(product, eq(product.id, introduction.productId))
    .where(and(eq(offer.introductionId, introductionId), eq(offer.state, 'accepted')))
  if (!accepted || !isFinancing(accepted.class)) return
  const reopened = await tx
    .update(need)
    .set({ openFen: sql`${need.openFen} + ${accepted.amountFen}` })
    .where(and(eq(need.id, accepted.needId), eq(need.state, 'published')))
    .returning({ id: need.id })
  if (reopened.length === 0) return
  await keepNeedIndex(tx, [accepted.needId], today)
  await enqueue(tx, 'judge-need', { needId: accepted.needId })
}

/** Whoever ends a need ends its introductions that are not drawn. Answers their ids. */
export async function endLiveIntroductions(
  tx: Database,
  needId: string,
  now: Date,
): Promise<string[]> {
  const live = await tx
    .select({ id: introduction.id, state: introduction.state })
    .from(introduction)
    .where(and(eq(introduction.needId, needId), inArray(introduction.state, [...liveStates])))
    .for('no key update')
  for (const one of live)
    await endIntroductionRow(tx, one.id, one.state, now, { ending: 'need-ended' })
  return live.map(({ id }) => id)
}
