import { whyNotOfficial, type OfficialActor, type WhyNotOfficial } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { lockNeedInScope } from '../need/lock-need'
import { ok, refused, type Result } from '../result'
import { takeSeat, type TakeSeatRefusal } from './take-seat'

/** 派单: a verifier assigns a need in scope to a product that fits; the financier owes an answer. */
export async function assignNeed(
  context: Context<OfficialActor>,
  wanted: { needId: string; productId: string },
): Promise<Result<string, WhyNotOfficial | TakeSeatRefusal>> {
  const no = whyNotOfficial(context.actor, 'verifier')
  if (no) return refused(no)
  return transact(context, async (tx) => {
    const found = await lockNeedInScope(tx, context.actor, wanted.needId)
    if (!found) return refused('not-found')
    const taken = await takeSeat(tx, context, {
      need: found,
      productId: wanted.productId,
      origin: 'assigned',
      state: 'assigned',
    })
    if (!taken.ok) return taken
    await recordEvent(tx, context, 'introduction.assigned', taken.value.id, {
      companyId: found.organisationId,
    })
    return ok(taken.value.id)
  })
}
