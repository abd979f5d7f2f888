import { refused, type Result } from '../result'
import type { FinancierActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import { enterState, moveIntroduction, type MoveRefusal } from '../introduction/move-introduction'
import { whyNotOffer, type OfferInput, type WhyNotOffer } from './offer'
import { findAsked, writeOffer } from './write-offer'

export type ApproveOfferRefusal = MoveRefusal | WhyNotOffer

/** The financier's decision: final terms on a complete file. They replace its indicative offer. */
export async function approveOffer(
  context: Context<FinancierActor>,
  introductionId: string,
  input: OfferInput,
): Promise<Result<string, ApproveOfferRefusal>> {
  return moveIntroduction<WhyNotOffer>(context, introductionId, {
    as: 'financier',
    from: ['file-complete'],
    event: 'offer.approved',
    run: async (tx, found) => {
      const asked = await findAsked(tx, found)
      const why = whyNotOffer(input, asked, dayOf(context.now))
      if (why) return refused(why)
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
