import { whyNotActAs, type CompanyActor, type WhyNotAct } from '../actor'
import { dayOf } from '../calendar/calendar'
import { whyNotUntil, type ConsentInput } from '../consent/consent'
import { grantWhatIsNotOpen } from '../consent/grant-consents'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { lockNeed } from '../need/lock-need'
import { ok, refused, type Result } from '../result'
import { takeSeat, type TakeSeatRefusal } from './take-seat'

export type InviteFinancierRefusal = WhyNotAct | TakeSeatRefusal | 'until-past' | 'until-far'

/** The company invites a financier whose product fits, with the consents it ticks: they hold at once. */
export async function inviteFinancier(
  context: Context<CompanyActor>,
  wanted: { needId: string; productId: string },
  input: ConsentInput,
): Promise<Result<string, InviteFinancierRefusal>> {
  const no = whyNotActAs(context.actor, 'company')
  if (no) return refused(no)
  const { actor, now } = context
  const why = whyNotUntil(input.until, dayOf(now))
  if (why) return refused(why)
  return transact(context, async (tx) => {
    const found = await lockNeed(tx, wanted.needId)
    if (!found || found.organisationId !== actor.organisationId) return refused('not-found')
    const taken = await takeSeat(tx, context, {
      need: found,
      productId: wanted.productId,
      origin: 'invited',
      state: 'invited',
    })
    if (!taken.ok) return taken
    const { id, financierId } = taken.value
    await grantWhatIsNotOpen(
      tx,
      context,
      { introductionId: id, financierId },
      { groups: input.groups, purpose: 'first-contact', until: input.until },
    )
    await recordEvent(tx, context, 'introduction.invited', id, { companyId: actor.organisationId })
    return ok(id)
  })
}
