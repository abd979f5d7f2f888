/** An offer: terms that never change in place. Compared by the all-in yearly cost of its real cash flow. */
import * as z from 'zod'
import type { Day } from '../calendar/calendar'
import { repaymentMethods, type CostTerms } from '../cost/cost'
import { classTerms, isFinancing, type FinancingClass } from '../product/classes'
import { collateralKinds, type CollateralKind } from '../profile/profile'

export const offerStates = [
  'indicative',
  'asked',
  'approved',
  'accepted',
  'declined',
  'withdrawn',
  'lapsed',
  'replaced',
] as const
export type OfferState = (typeof offerStates)[number]
/** Offers that still may become something. */
export const openOfferStates = [
  'indicative',
  'asked',
  'approved',
] as const satisfies readonly OfferState[]

export type WhyNotUseOffer = 'need-amended' | 'offer-expired' | 'amount-over-open'

/** Why an offer can no longer be asked for or accepted, or null: an older version of the need, too late, or too much. */
export function whyNotUseOffer(
  offer: { needVersion: number; validUntil: Day; amountFen: number },
  need: { version: number; openFen: number },
  name: FinancingClass,
  today: Day,
): WhyNotUseOffer | null {
  if (offer.needVersion !== need.version) return 'need-amended'
  if (offer.validUntil < today) return 'offer-expired'
  return isOverOpen(offer, need, name) ? 'amount-over-open' : null
}

/** More than is still open of the need; what is no financing stands beside it. */
function isOverOpen(
  offer: { amountFen: number },
  need: { openFen: number },
  name: FinancingClass,
): boolean {
  return isFinancing(name) && offer.amountFen > need.openFen
}

export interface OfferTerms extends CostTerms {
  revolving: boolean
  /** Of a guarantee, what secures it in turn. */
  collateral: CollateralKind[]
  /** Before the investment, of equity alone. */
  valuationFen: number | null
  /** What else is agreed, in words. */
  conditions: string | null
  validUntil: Day
}

const offerShape = z.object({
  amountFen: z
    .number('number')
    .int('number')
    .min(1_000_000, 'amount-small')
    .max(500_000_000_000, 'amount-large'),
  rateBp: z.number('number').int('number').min(0, 'number').max(3_600, 'cost-high').nullable(),
  upfrontFeeFen: z.number('number').int('number').min(0, 'number').max(1e13, 'amount-large'),
  yearlyFeeBp: z.number('number').int('number').min(0, 'number').max(2_000, 'too-large'),
  repayment: z.enum(repaymentMethods, 'required'),
  tenorMonths: z
    .number('number')
    .int('number')
    .min(1, 'tenor-short')
    .max(360, 'tenor-long')
    .nullable(),
  revolving: z.boolean(),
  collateral: z.array(z.enum(collateralKinds)).prefault([]),
  valuationFen: z
    .number('number')
    .int('number')
    .min(1_000_000, 'amount-small')
    .max(1e14, 'amount-large')
    .nullable(),
  conditions: z.string().trim().max(500, 'too-long').nullable(),
  validUntil: z.iso.date('date'),
})
export type OfferInput = z.output<typeof offerShape>

/** What terms of a class lack or cannot have, by field; without it their cost could not be told. */
function offerFaults(
  name: FinancingClass,
  terms: Omit<OfferInput, 'validUntil'>,
): { field: keyof OfferInput; fault: string }[] {
  const { price, hasTenor, repayments } = classTerms[name]
  const faults: [boolean, keyof OfferInput, string][] = [
    [!repayments.includes(terms.repayment), 'repayment', 'repayment-of-class'],
    [
      hasTenor !== (terms.tenorMonths !== null),
      'tenorMonths',
      hasTenor ? 'required' : 'not-of-class',
    ],
    [
      (price === 'rate') !== (terms.rateBp !== null),
      'rateBp',
      price === 'rate' ? 'required' : 'not-of-class',
    ],
    [
      (price === 'share') !== (terms.valuationFen !== null),
      'valuationFen',
      price === 'share' ? 'required' : 'not-of-class',
    ],
    [
      (price === 'fee' || price === 'premium') &&
        terms.yearlyFeeBp === 0 &&
        terms.upfrontFeeFen === 0,
      'yearlyFeeBp',
      'required',
    ],
    [price === 'share' && terms.yearlyFeeBp > 0, 'yearlyFeeBp', 'not-of-class'],
    [price !== 'rate' && terms.revolving, 'revolving', 'not-of-class'],
    [terms.upfrontFeeFen >= terms.amountFen, 'upfrontFeeFen', 'fee-over-amount'],
  ]
  return faults.flatMap(([is, field, fault]) => (is ? [{ field, fault }] : []))
}

/** The terms of an offer of a class. */
export function offerSchemaOf(name: FinancingClass) {
  return offerShape.check((context) => {
    for (const { field, fault } of offerFaults(name, context.value))
      context.issues.push({ code: 'custom', message: fault, path: [field], input: context.value })
  })
}

export type WhyNotOffer = 'valid-until-past' | 'amount-over-open' | 'terms-of-class'

/**
 * Why terms cannot be offered now, or null: past their last day, more than is still open, or not what the class needs. A
 * guarantee or a policy stands beside the money, so it is not held against what is still open.
 */
export function whyNotOffer(
  offer: OfferInput,
  asked: { openFen: number; class: FinancingClass },
  today: Day,
): WhyNotOffer | null {
  if (offerFaults(asked.class, offer).length > 0) return 'terms-of-class'
  if (offer.validUntil < today) return 'valid-until-past'
  return isOverOpen(offer, asked, asked.class) ? 'amount-over-open' : null
}
