import { dayOf } from '@/domain/calendar/calendar'
import type { listOffersOnNeed } from '@/domain/introduction/queries'
import { allInBp, averagePrincipal, cashFlow, paidInAll } from '@/domain/offer/offer'

export type OfferOnNeed = Awaited<ReturnType<typeof listOffersOnNeed>>[number]

/** What an offer costs, read from its real cash flow drawn on the day it was made. */
export function figuresOf({ offer }: OfferOnNeed) {
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

/** The two cheapest offers that can be compared, cheapest first, or null. */
export function cheapestTwo(offers: readonly OfferOnNeed[]): [OfferOnNeed, OfferOnNeed] | null {
  const [first, second] = offers.filter(
    ({ offer }) => offer.allInBp !== null && offer.rateBp !== null,
  )
  return first && second ? [first, second] : null
}
