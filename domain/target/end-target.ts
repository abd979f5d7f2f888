import { eq } from 'drizzle-orm'
import { yearlyTarget } from '@/db/schema'
import { whyNotOfCity, type OfficialActor, type WhyNotOfficial } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'

export type EndTargetRefusal = WhyNotOfficial | 'scope-not-city' | 'not-found' | 'wrong-state'

/** A target ends without another in its place, with why; it stays readable. */
export async function endTarget(
  context: Context<OfficialActor>,
  targetId: string,
  reason: string,
): Promise<Result<string, EndTargetRefusal>> {
  const { actor, now } = context
  const no = whyNotOfCity(actor, 'statistician')
  if (no) return refused(no)
  return transact<string, EndTargetRefusal>(context, async (tx) => {
    const [found] = await tx
      .select({ state: yearlyTarget.state })
      .from(yearlyTarget)
      .where(eq(yearlyTarget.id, targetId))
      .for('update')
    if (!found) return refused('not-found')
    if (found.state !== 'in-force') return refused('wrong-state', { state: found.state })
    await tx
      .update(yearlyTarget)
      .set({ state: 'ended', endedAt: now, endedByMemberId: actor.memberId, reason })
      .where(eq(yearlyTarget.id, targetId))
    await recordEvent(tx, context, 'target.ended', targetId)
    return ok(targetId)
  })
}
