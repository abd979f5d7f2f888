import type { Database } from '@/db/client'
import { whyNotActAs, type CompanyActor } from '../actor'
import { leastGroups, type FieldGroup } from '../consent/consent'
import { endConsents } from '../consent/grant-consents'
import { transact, type Context } from '../context'
import type { EventType } from '../event/event'
import { recordEvent } from '../event/record-event'
import { consentedStates, isLive, type Ending } from '../introduction/introduction'
import { lockTalkOfTwo, type IntroductionRow } from '../introduction/lock-talk'
import type { MoveRefusal } from '../introduction/move-introduction'
import { ok, refused, type Result } from '../result'
import { endTalk } from './end-talk'

/**
 * Ends the consents to some groups between the two of a talk, locked with their others. Without identity or contact every live
 * talk that is there by them ends too; a drawn one goes on, and only reading stops. Each talk that ends has its event.
 */
export async function stopReading(
  tx: Database,
  context: Context,
  { found, others }: { found: IntroductionRow; others: readonly IntroductionRow[] },
  groups: readonly FieldGroup[],
  { event, ending }: { event: EventType; ending: Ending },
): Promise<void> {
  const { now } = context
  await endConsents(tx, found, groups, now)
  const ended = leastGroups.some((group) => groups.includes(group))
    ? [
        ...(isLive(found.state) ? [found] : []),
        ...others.filter(({ state }) => (consentedStates as readonly string[]).includes(state)),
      ]
    : []
  for (const talk of ended) await endTalk(tx, talk, now, { ending })
  for (const talk of new Set([found, ...ended]))
    await recordEvent(tx, context, event, talk.id, {
      companyId: talk.companyId,
      facts: { groups: groups.join(' ') },
    })
}

/** Takes consents back at once, in all talks of the two. A request not answered yet has nothing to take back. */
export async function takeConsentBack(
  context: Context<CompanyActor>,
  introductionId: string,
  groups: readonly FieldGroup[],
  event: EventType,
): Promise<Result<string, MoveRefusal>> {
  const no = whyNotActAs(context.actor, 'company')
  if (no) return refused(no)
  return transact<string, MoveRefusal>(context, async (tx) => {
    const talk = await lockTalkOfTwo(tx, context.actor, introductionId)
    if (!talk) return refused('not-found')
    const { introduction: found, others } = talk
    if (found.state === 'ended') return refused('wrong-state', { state: found.state })
    await stopReading(tx, context, { found, others }, groups, { event, ending: 'consent-revoked' })
    return ok(found.id)
  })
}

/** The company closes some field groups. */
export function narrowConsent(
  context: Context<CompanyActor>,
  introductionId: string,
  groups: readonly FieldGroup[],
) {
  return takeConsentBack(context, introductionId, groups, 'introduction.consent-narrowed')
}
