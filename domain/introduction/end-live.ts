import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { consent, introduction, offer } from '@/db/schema'
import { openOfferStates } from '../offer/offer'
import { liveStates, type DeclineCode, type Ending, type IntroductionState } from './introduction'

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
  return true
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
