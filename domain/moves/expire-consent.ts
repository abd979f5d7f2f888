import { and, isNull, lt } from 'drizzle-orm'
import { consent } from '@/db/schema'
import { whyNotClock } from '../actor'
import { dayOf } from '../calendar/calendar'
import { isOfTwo } from '../consent/in-force'
import { transact, type Context } from '../context'
import { consentedStates, type IntroductionState } from '../introduction/introduction'
import { lockTalkOfTwo } from '../introduction/lock-talk'
import { ok, refused, type Result } from '../result'
import { stopReading } from './narrow-consent'

const held: readonly IntroductionState[] = [...consentedStates, 'drawn']

/**
 * Ends what a company's consents to the financier of one introduction allowed until yesterday. Without identity or contact their
 * live ones end; a drawn one goes on, and only reading stops, as it has since the day.
 */
export async function expireConsent(
  context: Context,
  introductionId: string,
): Promise<Result<string, 'wrong-audience' | 'not-found' | 'wrong-state'>> {
  const no = whyNotClock(context.actor)
  if (no) return refused(no)
  return transact(context, async (tx) => {
    const talk = await lockTalkOfTwo(tx, { audience: 'clock' }, introductionId)
    if (!talk) return refused('not-found')
    const { introduction: found, others } = talk
    const over = await tx
      .select({ group: consent.fieldGroup })
      .from(consent)
      .where(and(isOfTwo(found), isNull(consent.endedAt), lt(consent.until, dayOf(context.now))))
      .for('update')
    if (over.length === 0 || !held.includes(found.state))
      return refused('wrong-state', { state: found.state })
    const groups = over.map(({ group }) => group)
    await stopReading(tx, context, { found, others }, groups, {
      event: 'introduction.consent-expired',
      ending: 'consent-expired',
    })
    return ok(found.id)
  })
}
