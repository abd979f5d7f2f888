/** What offers cost side by side. */
import { dayOf } from '../calendar/calendar'
import { allInBp, averagePrincipal, cashFlow, paidInAll } from '../cost/cost'
import type { OfferTerms } from './offer'

/** An offer as it was made, with its yearly cost of that day. */
export interface MadeOffer extends OfferTerms {
  allInBp: number | null
  createdAt: Date
}

/** An offer with what its cash flow comes to. */
export function withFigures<Made extends MadeOffer>(made: Made) {
  const drawnOn = dayOf(made.createdAt)
  return { ...made, paid: paidInAll(made, drawnOn), average: averagePrincipal(made, drawnOn) }
}

/** What an offer costs, read from its real cash flow drawn on the day it was made. */
export function figuresOf(offer: MadeOffer) {
  const drawnOn = dayOf(offer.createdAt)
  const withoutFees = allInBp({ ...offer, upfrontFeeFen: 0, yearlyFeeBp: 0 }, drawnOn)
  const allIn = offer.allInBp
  const fees = allIn !== null && withoutFees !== null ? Math.max(0, allIn - withoutFees) : 0
  return {
    drawnOn,
    allIn,
    /** Of the all-in cost, in bp: nominal rate, what compounding adds, fees. */
    parts:
      allIn === null || offer.rateBp === null || withoutFees === null
        ? null
        : { rate: offer.rateBp, compounding: Math.max(0, withoutFees - offer.rateBp), fees },
    average: averagePrincipal(offer, drawnOn),
    paid: paidInAll(offer, drawnOn),
    balances: cashFlow(offer, drawnOn)?.balances ?? null,
  }
}

export type OfferFigures = ReturnType<typeof figuresOf>

/** The two cheapest of offers that stand cheapest first, of those that can be compared; null where there are no two. */
export function cheapestTwo<One extends { offer: MadeOffer }>(
  offers: readonly One[],
): [One, One] | null {
  const [first, second] = offers.filter(
    ({ offer }) => offer.allInBp !== null && offer.rateBp !== null,
  )
  return first && second ? [first, second] : null
}
