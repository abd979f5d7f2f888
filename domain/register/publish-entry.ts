import { eq } from 'drizzle-orm'
import { registerEntry } from '@/db/schema'
import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import { moveEntry } from './move-entry'

/** Another publisher than who saved it last publishes what it has read, and nothing that was changed since. */
export function publishEntry(context: Context<OfficialActor>, entryId: string, version: number) {
  const { actor, now } = context
  return moveEntry<'second-publisher' | 'entry-changed'>(context, entryId, {
    ...{ from: 'draft', event: 'entry.published' },
    whyNot: (found) =>
      found.savedByMemberId === actor.memberId
        ? 'second-publisher'
        : found.version !== version
          ? 'entry-changed'
          : null,
    run: (tx) =>
      tx
        .update(registerEntry)
        .set({ state: 'published', publishedAt: now, publishedByMemberId: actor.memberId })
        .where(eq(registerEntry.id, entryId)),
  })
}
