import { and, eq } from 'drizzle-orm'
import { match, product } from '@/db/schema'
import { whyNotActAs, type FinancierActor, type WhyNotAct } from '../actor'
import { dayOf } from '../calendar/calendar'
import { whyNotUntil, type ClaimInput } from '../consent/consent'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { lockNeed } from '../need/lock-need'
import { markFirstAnswer } from '../need/seats'
import { ok, refused, type Result } from '../result'
import { takeSeat, type TakeSeatRefusal } from './take-seat'

export type ClaimRefusal = WhyNotAct | TakeSeatRefusal | 'until-past' | 'until-far'

/** 抢单: a financier takes a seat on a need it matches, and asks for what it must see. */
export async function claimNeed(
  context: Context<FinancierActor>,
  wanted: { needId: string; productId: string },
  input: ClaimInput,
): Promise<Result<string, ClaimRefusal>> {
  const no = whyNotActAs(context.actor, 'financier')
  if (no) return refused(no)
  const { actor, now } = context
  const why = whyNotUntil(input.until, dayOf(now))
  if (why) return refused(why)
  return transact(context, async (tx) => {
    const [own] = await tx
      .select({ id: product.id })
      .from(product)
      .where(and(eq(product.id, wanted.productId), eq(product.financierId, actor.organisationId)))
    const [seen] = await tx
      .select({ id: match.id })
      .from(match)
      .where(and(eq(match.needId, wanted.needId), eq(match.financierId, actor.organisationId)))
    const found = own && seen ? await lockNeed(tx, wanted.needId) : undefined
    if (!found) return refused('not-found')
    const taken = await takeSeat(
      tx,
      context,
      { need: found, productId: wanted.productId, origin: 'claimed', state: 'requested' },
      {
        assignedMemberId: actor.memberId,
        askedGroups: input.groups,
        askedPurpose: input.purpose,
        askedUntil: input.until,
        answeredAt: now,
        requestedAt: now,
      },
    )
    if (!taken.ok) return taken
    await markFirstAnswer(tx, found.id, now)
    await recordEvent(tx, context, 'introduction.claimed', taken.value.id, {
      companyId: found.organisationId,
    })
    return ok(taken.value.id)
  })
}
