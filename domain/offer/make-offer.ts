import { refused, type Result } from '../result'
import type { FinancierActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import { moveIntroduction, type MoveRefusal } from '../introduction/move-introduction'
import { whyNotOffer, type OfferInput, type WhyNotOffer } from './offer'
import { findAsked, writeOffer } from './write-offer'

export type MakeOfferRefusal = MoveRefusal | WhyNotOffer

/** An indicative offer on what may be seen, from *requested* on; it replaces the financier's earlier one. */
export async function makeOffer(
  context: Context<FinancierActor>,
  introductionId: string,
  input: OfferInput,
): Promise<Result<string, MakeOfferRefusal>> {
  return moveIntroduction<WhyNotOffer>(context, introductionId, {
    as: 'financier',
    from: ['requested', 'open', 'in-contact', 'file-complete'],
    event: 'offer.made',
    run: async (tx, found) => {
      const asked = await findAsked(tx, found)
      const why = whyNotOffer(input, asked, dayOf(context.now))
      if (why) return refused(why)
      await writeOffer(
        tx,
        context,
        { introduction: found, needVersion: asked.needVersion },
        'indicative',
        input,
      )
      return undefined
    },
  })
}
