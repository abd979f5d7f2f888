import { refused, type Result } from '../result'
import type { FinancierActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import { enterState, moveIntroduction, type MoveRefusal } from '../introduction/move-introduction'
import type { OfferInput } from './offer'
import { findAsked, isOverOpen, writeOffer } from './write-offer'

export type ApproveOfferRefusal = MoveRefusal | 'valid-until-past' | 'amount-over-open'

/** The financier's decision: final terms on a complete file. They replace its indicative offer. */
export async function approveOffer(
  context: Context<FinancierActor>,
  introductionId: string,
  input: OfferInput,
): Promise<Result<string, ApproveOfferRefusal>> {
  return moveIntroduction<'valid-until-past' | 'amount-over-open'>(context, introductionId, {
    as: 'financier',
    from: ['file-complete'],
    event: 'offer.approved',
    run: async (tx, found) => {
      if (input.validUntil < dayOf(context.now)) return refused('valid-until-past')
      const asked = await findAsked(tx, found)
      if (isOverOpen(asked, input.amountFen)) return refused('amount-over-open')
      await writeOffer(
        tx,
        context,
        { introduction: found, needVersion: asked.needVersion },
        'approved',
        input,
      )
      await enterState(tx, found, 'approved', context.now, { approvedAt: context.now })
      return undefined
    },
  })
}
