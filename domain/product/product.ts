/** What a financier offers, and whom it can really finance. A fund's mandate is a product. */
import * as z from 'zod'
import { addDays, type Day } from '../calendar/calendar'
import { DAYS, WORKING_DAYS } from '../clock/clock'
import { repaymentMethods, type RepaymentMethod } from '../cost/cost'
import { contradictingFact, criterionSchema, type Criterion } from '../criterion/criterion'
import { MOST_PLAUSIBLE_FEN } from '../money/money'
import { classes, classTerms, type FinancingClass } from './classes'

export * from '../criterion/criterion'

export const productStates = ['draft', 'live', 'paused', 'retired'] as const
export type ProductState = (typeof productStates)[number]

/** How often in the days of the window a financier may ask for other thresholds on one fact outside the teaser. */
export const THRESHOLD_CHANGES = 3
/** How many products it may first put on offer in them: the thresholds of a first publication are no change. */
export const FIRST_PUBLICATIONS = 40

const fen = z
  .number('number')
  .int('number')
  .min(1, 'amount-small')
  .max(MOST_PLAUSIBLE_FEN, 'amount-large')
const bp = z.number('number').int('number').min(0, 'number').max(10_000, 'too-large')

export const saveProductSchema = z
  .object({
    name: z.string().trim().min(2, 'required').max(60, 'too-long'),
    class: z.enum(classes, 'required'),
    summary: z.string().trim().max(200, 'too-long').nullable(),
    amountMinFen: fen,
    amountMaxFen: fen,
    tenorMinMonths: z
      .number('number')
      .int('number')
      .min(1, 'tenor-short')
      .max(360, 'tenor-long')
      .nullable(),
    tenorMaxMonths: z
      .number('number')
      .int('number')
      .min(1, 'tenor-short')
      .max(360, 'tenor-long')
      .nullable(),
    /** Yearly price; null where it is agreed case by case (equity). */
    rateMinBp: bp.nullable(),
    rateMaxBp: bp.nullable(),
    /** Once, at drawing, in bp of the amount. */
    feeBp: bp,
    repayment: z.enum(repaymentMethods, 'required'),
    /** Working days to a first answer, and calendar days from a complete file to a decision. */
    answerDays: z
      .number('number')
      .int('number')
      .min(0, 'number')
      .max(WORKING_DAYS.answerPromise, 'too-large')
      .nullable(),
    decisionDays: z
      .number('number')
      .int('number')
      .min(1, 'number')
      .max(DAYS.decisionPromise, 'too-large')
      .nullable(),
    criteria: z.array(criterionSchema).max(30, 'too-many').prefault([]),
  })
  .check((context) => {
    const product = context.value
    const say = (path: string, message: string) =>
      context.issues.push({ code: 'custom', message, path: [path], input: product })
    if (product.amountMinFen > product.amountMaxFen) say('amountMaxFen', 'min-over-max')
    if (
      product.tenorMinMonths !== null &&
      product.tenorMaxMonths !== null &&
      product.tenorMinMonths > product.tenorMaxMonths
    ) {
      say('tenorMaxMonths', 'min-over-max')
    }
    if (
      product.rateMinBp !== null &&
      product.rateMaxBp !== null &&
      product.rateMinBp > product.rateMaxBp
    ) {
      say('rateMaxBp', 'min-over-max')
    }
    const { price, hasTenor, repayments } = classTerms[product.class]
    if (hasTenor && product.tenorMaxMonths === null) say('tenorMaxMonths', 'required')
    if (!repayments.includes(product.repayment)) say('repayment', 'repayment-of-class')
    if (price === 'rate' && product.rateMinBp === null) say('rateMinBp', 'required')
    if (contradictingFact(product.criteria)) say('criteria', 'criteria-contradict')
  })
export type SaveProductInput = z.output<typeof saveProductSchema>

/** What the judge needs to know of a product. */
export interface ProductTerms {
  class: FinancingClass
  amountMinFen: number
  amountMaxFen: number
  tenorMinMonths: number | null
  tenorMaxMonths: number | null
  rateMinBp: number | null
  rateMaxBp: number | null
  feeBp: number
  repayment: RepaymentMethod
  /** What it costs all in, by tenor: `costsOf`. */
  costsBp: number[] | null
  criteria: Criterion[]
}

/** The last day a product stays live without being reconfirmed. */
export function reconfirmBy(reconfirmedOn: Day): Day {
  return addDays(reconfirmedOn, DAYS.reconfirm)
}
