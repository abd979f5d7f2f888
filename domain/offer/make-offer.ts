import { refused, type Result } from '../result'
import type { FinancierActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import { moveIntroduction, type MoveRefusal } from '../introduction/move-introduction'
import type { OfferInput } from './offer'
import { findAsked, isOverOpen, writeOffer } from './write-offer'

export type MakeOfferRefusal = MoveRefusal | 'valid-until-past' | 'amount-over-open'

/** An indicative offer on what may be seen, from *requested* on; it replaces the financier's earlier one. */
export async function makeOffer(
  context: Context<FinancierActor>,
  introductionId: string,
  input: OfferInput,
): Promise<Result<string, MakeOfferRefusal>> {
  return moveIntroduction<'valid-until-past' | 'amount-over-open'>(context, introductionId, {
    as: 'financier',
    from: ['requested', 'open', 'in-contact', 'file-complete'],
    event: 'offer.made',
    run: async (tx, found) => {
      if (input.validUntil < dayOf(context.now)) return refused('valid-until-past')
      const asked = await findAsked(tx, found)
      if (isOverOpen(asked, input.amountFen)) return refused('amount-over-open')
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
