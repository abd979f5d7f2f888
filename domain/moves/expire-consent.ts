import { and, eq, isNull, lt } from 'drizzle-orm'
import { consent } from '@/db/schema'
import { whyNotClock } from '../actor'
import { dayOf } from '../calendar/calendar'
import { leastGroups } from '../consent/consent'
import { endConsents } from '../consent/grant-consents'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { isLive } from '../introduction/introduction'
import { lockTalk } from '../introduction/lock-talk'
import { ok, refused, type Result } from '../result'
import { endTalk } from './end-talk'

/**
 * Ends what a company's consents of one introduction allowed until yesterday. Without identity or contact a live one ends; a
 * drawn one goes on, and only reading stops, as it has since the day.
 */
export async function expireConsent(
  context: Context,
  introductionId: string,
): Promise<Result<string, 'wrong-audience' | 'not-found' | 'wrong-state'>> {
  const no = whyNotClock(context.actor)
  if (no) return refused(no)
  const { now } = context
  return transact(context, async (tx) => {
    const talk = await lockTalk(tx, { audience: 'clock' }, introductionId)
    if (!talk) return refused('not-found')
    const { introduction: found } = talk
    const over = await tx
      .select({ group: consent.fieldGroup })
      .from(consent)
      .where(
        and(
          eq(consent.introductionId, found.id),
          isNull(consent.endedAt),
          lt(consent.until, dayOf(now)),
        ),
      )
    if (over.length === 0 || found.state === 'ended')
      return refused('wrong-state', { state: found.state })
    const groups = over.map(({ group }) => group)
    await endConsents(tx, found.id, groups, now)
    if (isLive(found.state) && leastGroups.some((group) => groups.includes(group)))
      await endTalk(tx, found, now, { ending: 'consent-expired' })
    await recordEvent(tx, context, 'introduction.consent-expired', found.id, {
      companyId: found.companyId,
      facts: { groups: groups.join(' ') },
    })
    return ok(found.id)
  })
}
