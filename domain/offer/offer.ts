/** An offer: terms that never change in place. Compared by the all-in yearly cost of its real cash flow. */
import * as z from 'zod'
import { addMonths, daysBetween, type Day } from '../calendar/calendar'
import { isFinancing, type FinancingClass } from '../product/classes'
import { repaymentMethods, type RepaymentMethod } from '../product/product'
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

export interface OfferTerms {
  amountFen: number
  /** Nominal, a year. Null for equity. */
  rateBp: number | null
  /** Paid at drawing. */
  upfrontFeeFen: number
  /** Paid every year on the principal outstanding, in bp: a guarantee fee, a service fee. */
  yearlyFeeBp: number
  repayment: RepaymentMethod
  tenorMonths: number | null
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

/** One payment, from the company's side: positive comes in, negative goes out. */
export interface Payment {
  on: Day
  fen: number
}

/** What is still owed after each payment, for the drawing beside the cost. */
export interface Balance {
  on: Day
  fen: number
}

/**
 * The real cash flow of an offer drawn on a day, month by month, with each month's principal. Interest by months of a
 * twelfth of a year, rounded half up to a fen; the last payment takes what rounding left. Null for equity.
 */
export function cashFlow(
  terms: OfferTerms,
  drawnOn: Day,
): { payments: Payment[]; balances: Balance[] } | null {
  const { amountFen, rateBp, tenorMonths, repayment } = terms
  if (repayment === 'none' || rateBp === null || tenorMonths === null) return null
  const payments: Payment[] = [{ on: drawnOn, fen: amountFen - terms.upfrontFeeFen }]
  const balances: Balance[] = [{ on: drawnOn, fen: amountFen }]
  const instalment = levelInstalment(amountFen, rateBp, tenorMonths)
  let left = amountFen
  for (let month = 1; month <= tenorMonths; month++) {
    const on = addMonths(drawnOn, month)
    const last = month === tenorMonths
    const interest = Math.round((left * rateBp) / 120_000)
    const fee = (month - 1) % 12 === 0 ? Math.round((left * terms.yearlyFeeBp) / 10_000) : 0
    let principal = 0
    let paysInterest = true
    if (repayment === 'equal-principal')
      principal = last ? left : Math.floor(amountFen / tenorMonths)
    if (repayment === 'equal-instalments')
      principal = last ? left : Math.max(0, instalment - interest)
    if (repayment === 'interest-monthly' || repayment === 'revolving') principal = last ? left : 0
    if (repayment === 'bullet') {
      principal = last ? left : 0
      paysInterest = last
    }
    const due =
      repayment === 'bullet' ? Math.round((amountFen * rateBp * tenorMonths) / 120_000) : interest
    if (fee > 0) payments.push({ on: addMonths(drawnOn, month - 1), fen: -fee })
    const paid = principal + (paysInterest ? due : 0)
    if (paid > 0) payments.push({ on, fen: -paid })
    left -= principal
    balances.push({ on, fen: left })
  }
  return { payments, balances }
}

function levelInstalment(amountFen: number, rateBp: number, months: number): number {
  if (rateBp === 0) return Math.floor(amountFen / months)
  const monthly = rateBp / 120_000
  return Math.round((amountFen * monthly) / (1 - (1 + monthly) ** -months))
}

/**
 * All-in yearly cost in bp: the rate at which the dated payments are worth nothing together (XIRR, actual days over
 * 365). Found by bisection between -99 % and 1,000 % a year; null for equity or where no rate fits.
 */
export function allInBp(terms: OfferTerms, drawnOn: Day): number | null {
  const flow = cashFlow(terms, drawnOn)
  if (!flow) return null
  const worth = (rate: number) =>
    flow.payments.reduce(
      (sum, { on, fen }) => sum + fen / (1 + rate) ** (daysBetween(drawnOn, on) / 365),
      0,
    )
  let low = -0.99
  let high = 10
  if (worth(low) > 0 || worth(high) < 0) return null
  for (let step = 0; step < 200 && high - low > 1e-10; step++) {
    const middle = (low + high) / 2
    if (worth(middle) < 0) low = middle
    else high = middle
  }
  return Math.round(((low + high) / 2) * 10_000)
}

/** Interest and fees paid over the whole tenor, in fen. */
export function paidInAll(terms: OfferTerms, drawnOn: Day): number | null {
  const flow = cashFlow(terms, drawnOn)
  return flow && -flow.payments.reduce((sum, { fen }) => sum + fen, 0)
}

/** Principal in hand on average over the tenor, in fen, by days. */
export function averagePrincipal(terms: OfferTerms, drawnOn: Day): number | null {
  const flow = cashFlow(terms, drawnOn)
  const end = flow?.balances.at(-1)?.on
  if (!flow || !end) return null
  const days = daysBetween(drawnOn, end)
  const fenDays = flow.balances.reduce((sum, { on, fen }, index) => {
    const next = flow.balances[index + 1]
    return next ? sum + fen * daysBetween(on, next.on) : sum
  }, 0)
  return Math.round(fenDays / days)
}
