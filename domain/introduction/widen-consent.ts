import type { CompanyActor } from '../actor'
import { dayOf, type Day } from '../calendar/calendar'
import { whyNotUntil, type FieldGroup } from '../consent/consent'
import { grantConsents } from '../consent/grant-consents'
import type { Context } from '../context'
import { refused, type Result } from '../result'
import { liveStates } from './introduction'
import { moveIntroduction, type MoveRefusal } from './move-introduction'

/** The company opens more field groups, or the same for longer; it holds at once. */
export async function widenConsent(
  context: Context<CompanyActor>,
  introductionId: string,
  input: { groups: FieldGroup[]; until: Day },
): Promise<Result<string, MoveRefusal | 'until-past' | 'until-far'>> {
  return moveIntroduction<'until-past' | 'until-far'>(context, introductionId, {
    as: 'company',
    from: [...liveStates, 'drawn'],
    event: 'introduction.consent-widened',
    facts: { groups: input.groups.join(' '), until: input.until },
    run: async (tx, found) => {
      const why = whyNotUntil(input.until, dayOf(context.now))
      if (why) return refused(why)
      await grantConsents(
        tx,
        context,
        { introductionId, financierId: found.financierId },
        {
          groups: input.groups,
          purpose: found.askedPurpose ?? 'first-contact',
          until: input.until,
        },
      )
      return undefined
    },
  })
}
