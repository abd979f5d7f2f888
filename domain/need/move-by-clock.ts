import { and, eq } from 'drizzle-orm'
import { need } from '@/db/schema'
import { whyNotClock } from '../actor'
import { transact, type Context } from '../context'
import type { EventType } from '../event/event'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { endNeedRow } from './end-need-row'
import { lockNeed } from './lock-need'
import type { isToExpire } from './needs-time'

/** What the clocks of a published need share: the need of which it is so, under its lock, ends, or its company is warned. */
export async function moveNeedByClock(
  context: Context,
  needId: string,
  isSo: ReturnType<typeof isToExpire>,
  { to, told }: { to: 'closed' | 'expired' | null; told: EventType },
): Promise<Result<string, 'wrong-audience' | 'not-found' | 'wrong-state'>> {
  const no = whyNotClock(context.actor)
  if (no) return refused(no)
  return transact(context, async (tx) => {
    const locked = await lockNeed(tx, needId)
    if (!locked) return refused('not-found')
    // What somebody has moved meanwhile is theirs.
    const [found] = await tx
      .select({ id: need.id })
      .from(need)
      .where(and(eq(need.id, needId), isSo))
    if (!found) return refused('wrong-state')
    if (to !== null) await endNeedRow(tx, needId, to, context.now)
    else await tx.update(need).set({ expiryWarnedAt: context.now }).where(eq(need.id, needId))
    await recordEvent(tx, context, told, needId, { companyId: locked.organisationId })
    return ok(needId)
  })
}
