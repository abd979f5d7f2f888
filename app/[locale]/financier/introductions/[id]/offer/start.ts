import type { IntroductionState } from '@/domain/introduction/introduction'
import { bpAsPercent, fenAsWan } from '@/domain/money/money'
import { openOfferStates, type OfferState } from '@/domain/offer/offer'
import { classTerms } from '@/domain/product/classes'
import type { FinancierMet } from '../met'
import { offerFields, type Query } from './offer-address'

export function mayOffer(state: IntroductionState, final: boolean): boolean {
  if (final) return state === 'file-complete'
  return ['requested', 'open', 'in-contact', 'file-complete'].includes(state)
}

/** What the form begins with: what was typed before the check, else the open offer, else the product and the need. */
export function startOf(query: Query, met: FinancierMet, validUntil: string) {
  const typed = (name: string) => {
    const value = query[name]
    return typeof value === 'string' ? value : undefined
  }
  const fromAddress = typed('amountFen') !== undefined
  const standing = met.offers.find(({ state }) =>
    (openOfferStates as readonly OfferState[]).includes(state),
  )
  const { product, need } = met
  const amountFen = Math.min(need.openFen, product.amountMaxFen)
  const { price, hasTenor } = classTerms[product.class]
  const isYearly = price === 'fee' || price === 'premium'
  const lowest = product.rateMinBp === null ? '' : bpAsPercent(product.rateMinBp)
  const begun = standing
    ? Object.fromEntries(offerFields({ ...standing, validUntil }))
    : {
        amountFen: fenAsWan(amountFen),
        rateBp: price === 'rate' ? lowest : '',
        upfrontFeeFen: fenAsWan(Math.round((amountFen * product.feeBp) / 10_000)),
        yearlyFeeBp: isYearly ? lowest : '0',
        repayment: product.repayment,
        tenorMonths:
          need.teaser.tenorMonths === null || !hasTenor ? '' : String(need.teaser.tenorMonths),
        validUntil,
      }
  const start = (name: string): string | undefined =>
    fromAddress ? typed(name) : (begun as Record<string, string | undefined>)[name]
  const ticked = query['collateral[]']
  return {
    amountFen: start('amountFen'),
    rateBp: start('rateBp'),
    upfrontFeeFen: start('upfrontFeeFen'),
    yearlyFeeBp: start('yearlyFeeBp'),
    repayment: start('repayment'),
    tenorMonths: start('tenorMonths'),
    valuationFen: start('valuationFen'),
    conditions: start('conditions'),
    validUntil: start('validUntil'),
    revolving: fromAddress ? typed('revolving') === 'on' : (standing?.revolving ?? false),
    collateral: fromAddress ? [ticked ?? []].flat() : (standing?.collateral ?? []),
  }
}
