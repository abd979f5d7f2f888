import { eq, sql } from 'drizzle-orm'
import { doubt, doubtRow, service } from '@/db/schema'
import { whyNotOfCity, type OfficialActor } from '../actor'
import { transact, type Context } from '../context'
import type { EventType } from '../event/event'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import type { DecideInput } from './doubt'

export type MoveDoubtRefusal =
  | NonNullable<ReturnType<typeof whyNotOfCity>>
  | 'not-found'
  | 'wrong-state'
  | 'doubt-grew'
  | 'doubt-stands'

/** What both decisions share: of a statistician of the city, on the rows that were seen, with a note that is kept. */
export async function moveDoubt(
  context: Context<OfficialActor>,
  doubtId: string,
  { note, rows }: DecideInput,
  { state, event }: { state: 'right' | 'mended'; event: EventType },
): Promise<Result<string, MoveDoubtRefusal>> {
  const { actor, now } = context
  const no = whyNotOfCity(actor, 'statistician')
  if (no) return refused(no)
  return transact<string, MoveDoubtRefusal>(context, async (tx) => {
    const [found] = await tx.select().from(doubt).where(eq(doubt.id, doubtId)).for('update')
    if (!found) return refused('not-found')
    if (found.state !== 'open') return refused('wrong-state', { state: found.state })
    const [has] = await tx
      .select({
        rows: sql<number>`count(*)::int`,
        voided: sql<number>`count(*) filter (where ${service.state} = 'voided')::int`,
      })
      .from(doubtRow)
      .innerJoin(service, eq(service.id, doubtRow.serviceId))
      .where(eq(doubtRow.doubtId, doubtId))
    if (has?.rows !== rows) return refused('doubt-grew', { rows: has?.rows ?? 0 })
    // Of a row that moved the one that was taken out is there from the start.
    const before = found.kind === 'moved-month' ? 1 : 0
    if (state === 'mended' && has.voided <= before) return refused('doubt-stands')
    await tx
      .update(doubt)
      .set({ state, note, decidedAt: now, decidedByMemberId: actor.memberId })
      .where(eq(doubt.id, doubtId))
    await recordEvent(tx, context, event, doubtId)
    return ok(doubtId)
  })
}
