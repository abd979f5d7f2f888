import { eq } from 'drizzle-orm'
import { offer } from '@/db/schema'
import type { CompanyActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import { enterState } from '../introduction/move-introduction'
import { writeService } from '../ledger/write-service'
import { moveOpenAmount } from '../need/move-open-amount'
import { isFinancing } from '../product/classes'
import { type Result } from '../result'
import { moveOffer, type MoveOfferRefusal } from './move-offer'

export type AcceptOfferRefusal = MoveOfferRefusal | 'already-there'

/**
 * The company accepts an approved offer: rung 5 on the day of approval, and less of the need stays open. Other offers
 * stay until the company ends them.
 */
export async function acceptOffer(
  context: Context<CompanyActor>,
  offerId: string,
): Promise<Result<string, AcceptOfferRefusal>> {
  const { now } = context
  return moveOffer<'already-there'>(context, offerId, {
    as: 'company',
    from: ['approved'],
    event: 'offer.accepted',
    current: true,
    run: async (tx, found) => {
      const { offer: row, introduction, need: asked } = found
      if (isFinancing(found.class)) await moveOpenAmount(tx, asked.id, -row.amountFen, now)
      await tx.update(offer).set({ state: 'accepted', acceptedAt: now }).where(eq(offer.id, row.id))
      // The clock of the drawing begins anew with the acceptance.
      await enterState(tx, introduction, 'approved', now)
      return writeService(tx, context, {
        organisationId: introduction.companyId,
        financierId: introduction.financierId,
        rung: 5,
        class: found.class,
        contractNo: null,
        contractKey: introduction.code,
        happenedOn: dayOf(row.approvedAt ?? now),
        amountFen: row.amountFen,
        rateBp: row.rateBp,
        tenorMonths: row.tenorMonths,
        source: 'platform',
        introductionId: introduction.id,
        offerId: row.id,
      })
    },
  })
}
