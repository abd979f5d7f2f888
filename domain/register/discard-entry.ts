import { eq } from 'drizzle-orm'
import { registerEntry } from '@/db/schema'
import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import { moveEntry } from './move-entry'

/** A draft that is not to be published is deleted. */
export function discardEntry(context: Context<OfficialActor>, entryId: string) {
  return moveEntry(context, entryId, {
    ...{ from: 'draft', event: 'entry.discarded' },
    run: (tx) => tx.delete(registerEntry).where(eq(registerEntry.id, entryId)),
  })
}
