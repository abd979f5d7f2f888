import type { CompanyActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import { whyNotUntil, type ConsentInput } from '../consent/consent'
import { grantWhatIsNotOpen } from '../consent/grant-consents'
import type { Context } from '../context'
import { refused, type Result } from '../result'
import { enterState, moveIntroduction, type MoveRefusal } from './move-introduction'

export type GiveConsentRefusal = MoveRefusal | 'group-not-asked' | 'until-past' | 'until-far'

/** The company consents to some of what was asked (identity and contact at least), until a day: it is open. What was open stays. */
export async function giveConsent(
  context: Context<CompanyActor>,
  introductionId: string,
  input: ConsentInput,
): Promise<Result<string, GiveConsentRefusal>> {
  const { now } = context
  return moveIntroduction<'group-not-asked' | 'until-past' | 'until-far'>(context, introductionId, {
    as: 'company',
    from: ['requested'],
    event: 'introduction.consented',
    facts: { groups: input.groups.join(' '), until: input.until },
    run: async (tx, found) => {
      if (input.groups.some((group) => !found.askedGroups.includes(group)))
        return refused('group-not-asked')
      const why = whyNotUntil(input.until, dayOf(now))
      if (why) return refused(why)
      await grantWhatIsNotOpen(
        tx,
        context,
        { introductionId, financierId: found.financierId },
        {
          groups: input.groups,
          purpose: found.askedPurpose ?? 'first-contact',
          until: input.until,
        },
      )
      await enterState(tx, found, 'open', now, { openedAt: now })
      return undefined
    },
  })
}
