import { eq } from 'drizzle-orm'
import { need } from '@/db/schema'
import { whyNotClock } from '../actor'
import { dayOf } from '../calendar/calendar'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { keepLeads } from '../match/keep-leads'
import { ok, refused, type Result } from '../result'
import { isToClose, lockWhere } from './needs-time'

/** The clock closes a need that was financed, a month after the last drawing, once nobody else is in talk. */
export async function closeDrawnNeed(
  context: Context,
  needId: string,
): Promise<Result<string, 'wrong-audience' | 'not-found' | 'wrong-state'>> {
  const no = whyNotClock(context.actor)
  if (no) return refused(no)
  return transact(context, async (tx) => {
    const found = await lockWhere(tx, needId, isToClose(context.now))
    if (typeof found === 'string') return refused(found)
    await tx.update(need).set({ state: 'closed', endedAt: context.now }).where(eq(need.id, needId))
    await keepLeads(tx, [needId], dayOf(context.now))
    await recordEvent(tx, context, 'need.closed-after-drawing', needId, {
      companyId: found.organisationId,
    })
    return ok(needId)
  })
}
