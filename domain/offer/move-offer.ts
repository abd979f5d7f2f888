import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { offer } from '@/db/schema'
import { whyNotActAs, type CompanyActor, type FinancierActor, type WhyNotAct } from '../actor'
import { dayOf } from '../calendar/calendar'
import { transact, type Context } from '../context'
import type { EventType } from '../event/event'
import { recordEvent } from '../event/record-event'
import { enterState, isOtherSuspended } from '../introduction/move-introduction'
import { ok, refused, type Result } from '../result'
import { lockOffer, type LockedOffer } from './lock-offer'
import { whyNotUseOffer, type OfferState, type WhyNotUseOffer } from './offer'

export type MoveOfferRefusal =
  WhyNotAct | WhyNotUseOffer | 'not-found' | 'wrong-state' | 'other-suspended'

/** What the verbs on one offer share: who, whose, from which states, the change, one event. */
export async function moveOffer<Refusal extends string = never>(
  context: Context<CompanyActor> | Context<FinancierActor>,
  offerId: string,
  move: {
    as: 'company' | 'financier'
    from: readonly OfferState[]
    event: EventType
    /** Refuses an offer on an older version of the need, past its last day, or of more than is still open. */
    current: boolean
    /** It ends the offer, which may be done while the other side is suspended. */
    alone?: true
    run: (tx: Database, found: LockedOffer) => Promise<Result<unknown, Refusal> | undefined>
  },
): Promise<Result<string, MoveOfferRefusal | Refusal>> {
  const no = whyNotActAs(context.actor, move.as)
  if (no) return refused(no)
  return transact<string, MoveOfferRefusal | Refusal>(context, async (tx) => {
    const found = await lockOffer(tx, context.actor, offerId)
    if (!found) return refused('not-found')
    if (!move.from.includes(found.offer.state))
      return refused('wrong-state', { state: found.offer.state })
    if (!move.alone && (await isOtherSuspended(tx, context.actor, found.introduction)))
      return refused('other-suspended')
    const today = dayOf(context.now)
    const why = move.current && whyNotUseOffer(found.offer, found.need, found.class, today)
    if (why) return refused(why)
    const result = await move.run(tx, found)
    if (result && !result.ok) return result
    await recordEvent(tx, context, move.event, offerId, {
      companyId: found.introduction.companyId,
      facts: { introductionId: found.introduction.id },
    })
    return ok(offerId)
  })
}

/** Ends an offer; an approved introduction goes back to *file complete* when its approved offer goes. */
export async function endOffer(
  tx: Database,
  { offer: row, introduction }: LockedOffer,
  state: OfferState,
  now: Date,
): Promise<void> {
  await tx.update(offer).set({ state, endedAt: now }).where(eq(offer.id, row.id))
  if (row.state === 'approved' && introduction.state === 'approved') {
    await enterState(tx, introduction, 'file-complete', now, { approvedAt: null })
  }
}
