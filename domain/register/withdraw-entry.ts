import { eq } from 'drizzle-orm'
import { registerEntry } from '@/db/schema'
import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import { moveEntry } from './move-entry'

/** What was published stays readable under its address, marked as withdrawn and why. */
export function withdrawEntry(context: Context<OfficialActor>, entryId: string, reason: string) {
  const { actor, now } = context
  return moveEntry(context, entryId, {
    ...{ from: 'published', event: 'entry.withdrawn' },
    run: (tx) =>
      tx
        .update(registerEntry)
        .set({
          ...{ state: 'withdrawn', reason },
          ...{ withdrawnAt: now, withdrawnByMemberId: actor.memberId },
        })
        .where(eq(registerEntry.id, entryId)),
  })
}
