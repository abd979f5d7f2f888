import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { need } from '@/db/schema'
import { whyNotOfficial, type OfficialActor, type WhyNotOfficial } from '../actor'
import { dayOf } from '../calendar/calendar'
import { transact, type Context } from '../context'
import type { EventType } from '../event/event'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { keepNeedIndex } from './keep-need-index'
import { lockNeedInScope } from './lock-need'

export type ReviewRefusal =
  WhyNotOfficial | 'not-found' | 'wrong-state' | 'no-words-waiting' | 'need-not-in-review'
type NeedRow = typeof need.$inferSelect

/** What the four reviews share: a verifier in scope, one need, the columns it changes, one event. */
export async function reviewNeed(
  context: Context<OfficialActor>,
  needId: string,
  review: {
    event: EventType
    whyNot: (found: NeedRow) => ReviewRefusal | null
    change: (found: NeedRow) => Partial<NeedRow>
    after?: (tx: Database, found: NeedRow) => Promise<void>
  },
): Promise<Result<string, ReviewRefusal>> {
  const no = whyNotOfficial(context.actor, 'verifier')
  if (no) return refused(no)
  return transact(context, async (tx) => {
    const found = await lockNeedInScope(tx, context.actor, needId)
    if (!found) return refused('not-found')
    const why = review.whyNot(found)
    if (why) return refused(why)
    await tx
      .update(need)
      .set(review.change(found))
      .where(and(eq(need.id, needId), eq(need.state, found.state)))
    await keepNeedIndex(tx, [needId], dayOf(context.now))
    await review.after?.(tx, found)
    await recordEvent(tx, context, review.event, needId, { companyId: found.organisationId })
    return ok(needId)
  })
}
