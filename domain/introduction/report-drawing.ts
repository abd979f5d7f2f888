import { and, eq } from 'drizzle-orm'
import { offer, product } from '@/db/schema'
import type { FinancierActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import { drawnOf } from '../ledger/drawn-of'
import { writeService } from '../ledger/write-service'
import { refused, type Result } from '../result'
import type { DrawingInput } from './introduction'
import { enterState, moveIntroduction, type MoveRefusal } from './move-introduction'

export type ReportDrawingRefusal =
  | MoveRefusal
  | 'no-offer-accepted'
  | 'day-in-future'
  | 'before-approval'
  | 'over-granted'
  | 'already-there'

/**
 * The financier reports money paid out: one row of rung 6 a drawing. All drawings together stay within what was
 * granted; for a revolving line that holds until its balances are reported.
 */
export async function reportDrawing(
  context: Context<FinancierActor>,
  introductionId: string,
  input: DrawingInput,
): Promise<Result<string, ReportDrawingRefusal>> {
  const { now } = context
  return moveIntroduction<Exclude<ReportDrawingRefusal, MoveRefusal>>(context, introductionId, {
    as: 'financier',
    from: ['approved', 'drawn'],
    event: 'service.drawn',
    alone: true,
    facts: { amountFen: input.amountFen, on: input.drawnOn },
    run: async (tx, found) => {
      const [accepted] = await tx
        .select({ offer, class: product.class })
        .from(offer)
        .innerJoin(product, eq(product.id, found.productId))
        .where(and(eq(offer.introductionId, found.id), eq(offer.state, 'accepted')))
      if (!accepted) return refused('no-offer-accepted')
      if (input.drawnOn > dayOf(now)) return refused('day-in-future')
      if (input.drawnOn < dayOf(accepted.offer.approvedAt ?? now)) return refused('before-approval')
      const drawn = await drawnOf(tx, found.id)
      if (drawn.fen + input.amountFen > accepted.offer.amountFen) return refused('over-granted')
      const written = await writeService(tx, context, {
        organisationId: found.companyId,
        financierId: found.financierId,
        rung: 6,
        class: accepted.class,
        contractNo: input.contractNo,
        contractKey: input.contractNo,
        voucher: input.voucher || null,
        isFurther: input.isFurther,
        happenedOn: input.drawnOn,
        amountFen: input.amountFen,
        rateBp: accepted.offer.rateBp,
        tenorMonths: accepted.offer.tenorMonths,
        secures: input.secures,
        source: 'platform',
        introductionId: found.id,
        offerId: accepted.offer.id,
      })
      if (!written.ok) return written
      if (found.state === 'approved') await enterState(tx, found, 'drawn', now, { drawnAt: now })
      return undefined
    },
  })
}
