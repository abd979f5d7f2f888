import type { CompanyActor } from '../actor'
import { leastGroups, type FieldGroup } from '../consent/consent'
import { endConsents } from '../consent/grant-consents'
import type { Context } from '../context'
import type { EventType } from '../event/event'
import { isLive, liveStates } from '../introduction/introduction'
import { moveIntroduction } from '../introduction/move-introduction'
import { endTalk } from './end-talk'

/**
 * Takes consents back at once. Without identity or contact a live introduction that was opened ends; a drawn one goes
 * on, and only reading stops. A request not answered yet has nothing to take back.
 */
export function takeConsentBack(
  context: Context<CompanyActor>,
  introductionId: string,
  groups: readonly FieldGroup[],
  event: EventType,
) {
  return moveIntroduction(context, introductionId, {
    as: 'company',
    from: [...liveStates, 'drawn'],
    event,
    alone: true,
    facts: { groups: groups.join(' ') },
    run: async (tx, found) => {
      await endConsents(tx, found.id, groups, context.now)
      if (isLive(found.state) && leastGroups.some((group) => groups.includes(group))) {
        await endTalk(tx, found, context.now, {
          ending: 'consent-revoked',
        })
      }
      return undefined
    },
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
