import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { registerEntry } from '@/db/schema'
import { whyNotOfCity, type OfficialActor, type WhyNotOfficial } from '../actor'
import { transact, type Context } from '../context'
import type { EventType } from '../event/event'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import type { EntryState } from './register'

export type EntryRefusal = WhyNotOfficial | 'scope-not-city' | 'not-found' | 'wrong-state'
type EntryRow = typeof registerEntry.$inferSelect

/** What publishing, withdrawing and discarding share: a publisher of the city, one entry in a state, one event. */
export async function moveEntry<Refusal extends string = never>(
  context: Context<OfficialActor>,
  entryId: string,
  move: {
    from: EntryState
    event: EventType
    whyNot?: (found: EntryRow) => Refusal | null
    run: (tx: Database) => Promise<unknown>
  },
): Promise<Result<string, EntryRefusal | Refusal>> {
  const no = whyNotOfCity(context.actor, 'publisher')
  if (no) return refused(no)
  return transact<string, EntryRefusal | Refusal>(context, async (tx) => {
    const [found] = await tx
      .select()
      .from(registerEntry)
      .where(eq(registerEntry.id, entryId))
      .for('update')
    if (!found) return refused('not-found')
    if (found.state !== move.from) return refused('wrong-state', { state: found.state })
    const why = move.whyNot?.(found)
    if (why) return refused(why)
    await move.run(tx)
    await recordEvent(tx, context, move.event, entryId)
    return ok(entryId)
  })
}
