import { and, eq, isNull, lt } from 'drizzle-orm'
import { request } from '@/db/schema'
import { whyNotClock } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'

type Refusal = 'wrong-audience' | 'not-found' | 'wrong-state'

/** A request that nobody answered in time is told once, to its contact and to the publishers of the city. */
export async function remindRequest(
  context: Context,
  requestId: string,
): Promise<Result<string, Refusal>> {
  const { now } = context
  const no = whyNotClock(context.actor)
  if (no) return refused(no)
  return transact<string, Refusal>(context, async (tx) => {
    const [found] = await tx.select().from(request).where(eq(request.id, requestId)).for('update')
    if (!found) return refused('not-found')
    if (found.state !== 'asked' || found.remindedAt !== null || found.dueAt >= now)
      return refused('wrong-state', { state: found.state })
    await tx.update(request).set({ remindedAt: now }).where(eq(request.id, requestId))
    const companyId = found.organisationId
    await recordEvent(tx, context, 'request.reminded', requestId, { companyId })
    return ok(requestId)
  })
}

/** Those that are overdue and not told yet. */
export const isToBeReminded = (now: Date) =>
  and(eq(request.state, 'asked'), isNull(request.remindedAt), lt(request.dueAt, now))
