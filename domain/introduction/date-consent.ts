import { and, eq } from 'drizzle-orm'
import { consent } from '@/db/schema'
import type { CompanyActor } from '../actor'
import { dayOf, type Day } from '../calendar/calendar'
import { whyNotUntil, type FieldGroup } from '../consent/consent'
import { grantConsents } from '../consent/grant-consents'
import { isInForce, isOfTwo } from '../consent/in-force'
import type { Context } from '../context'
import { refused, type Result } from '../result'
import { liveStates } from './introduction'
import { moveIntroduction, type MoveRefusal } from './move-introduction'

type Refusal = 'until-past' | 'until-far' | 'group-not-open'

/** The company gives one open group another last day, sooner or later; what it is for stays. */
export async function dateConsent(
  context: Context<CompanyActor>,
  introductionId: string,
  { group, until }: { group: FieldGroup; until: Day },
): Promise<Result<string, MoveRefusal | Refusal>> {
  const today = dayOf(context.now)
  return moveIntroduction<Refusal>(context, introductionId, {
    as: 'company',
    from: [...liveStates, 'drawn'],
    event: 'introduction.consent-dated',
    facts: { groups: group, until },
    run: async (tx, found) => {
      const why = whyNotUntil(until, today)
      if (why) return refused(why)
      const [open] = await tx
        .select()
        .from(consent)
        .where(and(isOfTwo(found), eq(consent.fieldGroup, group), isInForce(today)))
        .for('update')
      if (!open) return refused('group-not-open')
      const to = { introductionId: open.introductionId, financierId: found.financierId }
      await grantConsents(tx, context, to, { groups: [group], purpose: open.purpose, until })
      return undefined
    },
  })
}
