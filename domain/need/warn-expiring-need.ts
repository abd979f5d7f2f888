import { whyNotClock } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { isToBeWarned, lockWhere } from './needs-time'

/** The clock tells a company that its need will end, two weeks before, once. */
export async function warnExpiringNeed(
  context: Context,
  needId: string,
): Promise<Result<string, 'wrong-audience' | 'not-found' | 'wrong-state'>> {
  const no = whyNotClock(context.actor)
  if (no) return refused(no)
  return transact(context, async (tx) => {
    const found = await lockWhere(tx, needId, isToBeWarned(context.now))
    if (typeof found === 'string') return refused(found)
    await recordEvent(tx, context, 'need.expiry-warned', needId, {
      companyId: found.organisationId,
    })
    return ok(needId)
  })
}
