import { eq } from 'drizzle-orm'
import { registerEntry } from '@/db/schema'
import { whyNotOfCity, type OfficialActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { newId } from '../id'
import { ok, refused, type Result } from '../result'
import type { EntryRefusal } from './move-entry'
import { seriesOf, type EntryInput } from './register'

/** A publisher drafts an entry, or changes a draft; nothing printed later than today. */
export async function saveEntry(
  context: Context<OfficialActor>,
  entryId: string | null,
  input: EntryInput,
): Promise<Result<string, EntryRefusal | 'printed-in-future'>> {
  const { actor, now } = context
  const no = whyNotOfCity(actor, 'publisher')
  if (no) return refused(no)
  const { register, body } = input
  // A map of chains may be decided ahead of the day from which it holds.
  if (register !== 'chain-groups' && body.on > dayOf(now)) return refused('printed-in-future')
  const saved = {
    ...{ register, body, on: body.on, savedAt: now, savedByMemberId: actor.memberId },
    series: register === 'indicator' ? seriesOf(input.body.nameEn) : null,
  }
  return transact<string, EntryRefusal | 'printed-in-future'>(context, async (tx) => {
    const id = entryId ?? newId()
    if (entryId) {
      const [found] = await tx
        .select()
        .from(registerEntry)
        .where(eq(registerEntry.id, entryId))
        .for('update')
      if (!found) return refused('not-found')
      if (found.state !== 'draft') return refused('wrong-state', { state: found.state })
      const version = found.version + 1
      await tx
        .update(registerEntry)
        .set({ ...saved, version })
        .where(eq(registerEntry.id, id))
    } else await tx.insert(registerEntry).values({ ...saved, id, state: 'draft' })
    await recordEvent(tx, context, 'entry.saved', id)
    return ok(id)
  })
}
