import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { introduction } from '@/db/schema'
import { endConsentsOfNoTalk } from '../consent/grant-consents'
import type { Two } from '../consent/in-force'
import { endIntroductionRow, type EndingFacts } from '../introduction/end-introduction-row'
import { liveStates, type IntroductionState } from '../introduction/introduction'
import { moveOpenAmount } from '../need/move-open-amount'
import { acceptedFen, lapseOffers } from '../offer/lapse-offers'

/**
 * Ends a talk that is locked: its open offers lapse, its seat is free, what was accepted and will not be paid is open again, and
 * the consents stop with the last talk of the two.
 */
export async function endTalk(
  tx: Database,
  talk: Two & { id: string; needId: string; state: IntroductionState },
  now: Date,
  facts: EndingFacts,
): Promise<void> {
  await endIntroductionRow(tx, talk, now, facts)
  await lapseOffers(tx, talk.id, now)
  await endConsentsOfNoTalk(tx, talk, now)
  const reopenedFen = await acceptedFen(tx, talk.id)
  if (reopenedFen > 0) await moveOpenAmount(tx, talk.needId, reopenedFen, now)
}

/** Whoever ends a need, locked, ends its introductions that are not drawn. Answers their ids. */
export async function endLiveTalks(tx: Database, needId: string, now: Date): Promise<string[]> {
  const live = await tx
    .select()
    .from(introduction)
    .where(and(eq(introduction.needId, needId), inArray(introduction.state, [...liveStates])))
    .orderBy(introduction.id)
    .for('no key update')
  for (const one of live) await endTalk(tx, one, now, { ending: 'need-ended' })
  return live.map(({ id }) => id)
}
