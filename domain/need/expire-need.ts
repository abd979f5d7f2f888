import { eq } from 'drizzle-orm'
import { need } from '@/db/schema'
import { whyNotClock } from '../actor'
import { dayOf } from '../calendar/calendar'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { keepLeads } from '../match/keep-leads'
import { ok, refused, type Result } from '../result'
import { isToExpire, lockWhere } from './needs-time'

/** The clock ends a need that nobody met in half a year; its company was told two weeks before. */
export async function expireNeed(
  context: Context,
  needId: string,
): Promise<Result<string, 'wrong-audience' | 'not-found' | 'wrong-state'>> {
  const no = whyNotClock(context.actor)
  if (no) return refused(no)
  return transact(context, async (tx) => {
    const found = await lockWhere(tx, needId, isToExpire(context.now))
    if (typeof found === 'string') return refused(found)
    await tx.update(need).set({ state: 'expired', endedAt: context.now }).where(eq(need.id, needId))
    await keepLeads(tx, [needId], dayOf(context.now))
    await recordEvent(tx, context, 'need.expired', needId, { companyId: found.organisationId })
    return ok(needId)
  })
}
