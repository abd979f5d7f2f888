import { and, eq, gt } from 'drizzle-orm'
import { isAmong } from '@/db/among'
import { event, product } from '@/db/schema'
import { whyNotOfficial, type OfficialActor, type WhyNotOfficial } from '../actor'
import { addDays, dayOf, startOf } from '../calendar/calendar'
import { DAYS } from '../clock/clock'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { findBlocked } from '../gap/unfit-needs'
import { newId } from '../id'
import { lockNeedInScope } from '../need/lock-need'
import { keepNotifications } from '../notification/keep-notifications'
import { membersInHand } from '../notification/recipients'
import { ok, refused, type Result } from '../result'

type Refusal = WhyNotOfficial | 'not-found' | 'wrong-state' | 'nobody-to-tell' | 'told-lately'

/**
 * Tells the financiers whose product fails an open need by one rule alone that there is such a need: each of its product, neither whose
 * need it is nor by which rule. Once in a while only.
 */
export async function tellFinanciers(
  context: Context<OfficialActor>,
  needId: string,
): Promise<Result<number, Refusal>> {
  const no = whyNotOfficial(context.actor, 'verifier')
  if (no) return refused(no)
  const { now } = context
  return transact<number, Refusal>(context, async (tx) => {
    const found = await lockNeedInScope(tx, context.actor, needId)
    if (!found) return refused('not-found')
    if (found.state !== 'published') return refused('wrong-state', { state: found.state })
    const lately = and(
      eq(event.subjectId, needId),
      eq(event.type, 'need.told'),
      gt(event.at, startOf(addDays(dayOf(now), -DAYS.tellAgain))),
    )
    if ((await tx.$count(event, lately)) > 0)
      return refused('told-lately', { days: DAYS.tellAgain })
    const blocked = found.openFen > 0 ? await findBlocked(tx, found, dayOf(now)) : null
    const ids = blocked?.alone.products ?? []
    if (ids.length === 0) return refused('nobody-to-tell')
    const products = await tx
      .select({ id: product.id, financierId: product.financierId })
      .from(product)
      .where(isAmong(product.id, ids))
      .orderBy(product.id)
    // One line a financier, of its first such product.
    const firstOf = new Map(products.toReversed().map((one) => [one.financierId, one.id]))
    const causeId = newId()
    for (const [financierId, productId] of firstOf) {
      const members = await membersInHand(tx, { financierId, assignedMemberId: null })
      await keepNotifications(
        tx,
        members.map((memberId) => ({
          ...{ memberId, kind: 'one-rule' as const, causeId, at: now },
          ...{ subject: 'product' as const, subjectId: productId },
        })),
      )
    }
    await recordEvent(tx, context, 'need.told', needId, {
      companyId: found.organisationId,
      facts: { financiers: firstOf.size },
    })
    return ok(firstOf.size)
  })
}
