/** An offer: terms that never change in place. Compared by the all-in yearly cost of its real cash flow. */
import * as z from 'zod'
import type { Day } from '../calendar/calendar'
import { repaymentMethods, type CostTerms } from '../cost/cost'
import { isFinancing, type FinancingClass } from '../product/classes'
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

export type WhyNotUseOffer = 'need-amended' | 'offer-expired'

/** Why an offer can no longer be asked for, approved or accepted, or null: an older version of the need, or too late. */
export function whyNotUseOffer(
  offer: { needVersion: number; validUntil: Day },
  needVersion: number,
  today: Day,
): WhyNotUseOffer | null {
  if (offer.needVersion !== needVersion) return 'need-amended'
  return offer.validUntil < today ? 'offer-expired' : null
}

export interface OfferTerms extends CostTerms {
  revolving: boolean
  collateral: CollateralKind[]
  validUntil: Day
}

export const offerSchema = z
  .object({
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
    validUntil: z.iso.date('date'),
  })
  .check((context) => {
    const { repayment, rateBp, tenorMonths, amountFen, upfrontFeeFen } = context.value
    const say = (path: string, message: string) =>
      context.issues.push({ code: 'custom', message, path: [path], input: context.value })
    if (repayment !== 'none' && rateBp === null) say('rateBp', 'required')
    if (repayment !== 'none' && tenorMonths === null) say('tenorMonths', 'required')
    if (upfrontFeeFen >= amountFen) say('upfrontFeeFen', 'fee-over-amount')
  })
export type OfferInput = z.output<typeof offerSchema>

/**
 * Why terms cannot be offered now, or null: past their last day, or more than is still open. A guarantee or a policy
 * stands beside the money, so it is not held against what is still open.
 */
export function whyNotOffer(
  offer: Pick<OfferInput, 'amountFen' | 'validUntil'>,
  asked: { openFen: number; class: FinancingClass },
  today: Day,
): 'valid-until-past' | 'amount-over-open' | null {
  if (offer.validUntil < today) return 'valid-until-past'
  return isFinancing(asked.class) && offer.amountFen > asked.openFen ? 'amount-over-open' : null
}
