/** A financing need: what a company asks for. Its stage after publishing is read from its introductions. */
import * as z from 'zod'
import { addDays, addMonths, type Day } from '../calendar/calendar'
import { DAYS, MONTHS } from '../clock/clock'
import { classes, type FinancingClass } from '../product/classes'
import {
  collateralKinds,
  sectionStatus,
  sectionsToSubmit,
  type CollateralKind,
  type Facts,
  type Profile,
} from '../profile/profile'
import { tellingPieces } from './words-check'

export const needStates = [
  'draft',
  'in-review',
  'returned',
  'published',
  'withdrawn',
  'closed',
  'expired',
] as const
export type NeedState = (typeof needStates)[number]
export const endedNeedStates = [
  'withdrawn',
  'closed',
  'expired',
] as const satisfies readonly NeedState[]
export type EndedNeedState = (typeof endedNeedStates)[number]

export function hasEnded(state: NeedState): boolean {
  return (endedNeedStates as readonly NeedState[]).includes(state)
}

export const useKinds = [
  'working-capital',
  'materials',
  'research',
  'equipment',
  'expansion',
  'premises',
  'market',
  'refinancing',
] as const
export type UseKind = (typeof useKinds)[number]

export const OPEN_NEEDS_AT_MOST = 5
export const SEATS = 3

/** A voided last drawing may have brought back a fourth. */
export function seatsFree(taken: number): number {
  return Math.max(0, SEATS - taken)
}
export const AMOUNT_LEAST_FEN = 1_000_000
export const AMOUNT_MOST_FEN = 500_000_000_000
export const TENOR_MOST_MONTHS = 360

/** What the company writes. A draft may lack any of it. Money in fen, cost in basis points a year. */
export interface NeedTerms {
  classes: FinancingClass[]
  useKind: UseKind | null
  /** The company's own words on the use: checked by a verifier, shown after consent. */
  words: string | null
  amountFen: number | null
  /** The least that would still help: private, it only orders the company's own near misses. */
  leastFen: number | null
  inParts: boolean
  partFen: number | null
  tenorMonths: number | null
  collateral: CollateralKind[]
  maxCostBp: number | null
  wantedBy: Day | null
  /** Whether the teaser may say that the company stands on a white list. */
  showWhiteList: boolean
}

export const emptyTerms: NeedTerms = {
  classes: [],
  useKind: null,
  words: null,
  amountFen: null,
  leastFen: null,
  inParts: false,
  partFen: null,
  tenorMonths: null,
  collateral: [],
  maxCostBp: null,
  wantedBy: null,
  showWhiteList: false,
}

/** The terms of a stored need, without its state. */
export function termsOf(row: NeedTerms): NeedTerms {
  return {
    classes: row.classes,
    useKind: row.useKind,
    words: row.words,
    amountFen: row.amountFen,
    leastFen: row.leastFen,
    inParts: row.inParts,
    partFen: row.partFen,
    tenorMonths: row.tenorMonths,
    collateral: row.collateral,
    maxCostBp: row.maxCostBp,
    wantedBy: row.wantedBy,
    showWhiteList: row.showWhiteList,
  }
}

export const needSteps = ['use', 'amount', 'security', 'cost', 'privacy'] as const
export type NeedStep = (typeof needSteps)[number]

const fen = z
  .number('number')
  .int('number')
  .min(AMOUNT_LEAST_FEN, 'amount-small')
  .max(AMOUNT_MOST_FEN, 'amount-large')

/** What the figures of an amount must hold together, in its step and in an amendment. */
function checkAmounts(context: {
  value: { amountFen: number; leastFen: number | null; inParts: boolean; partFen: number | null }
  issues: z.core.$ZodRawIssue[]
}): void {
  const { amountFen, leastFen, inParts, partFen } = context.value
  const say = (path: string, message: string) =>
    context.issues.push({ code: 'custom', message, path: [path], input: context.value })
  if (leastFen !== null && leastFen > amountFen) say('leastFen', 'least-over-amount')
  if (inParts && partFen === null) say('partFen', 'required')
  if (inParts && partFen !== null && partFen > amountFen) say('partFen', 'part-over-amount')
}

export const stepSchemas = {
  use: z.object({
    classes: z
      .array(z.enum(classes))
      .prefault([])
      .pipe(z.array(z.enum(classes)).min(1, 'choose-class')),
    useKind: z.enum(useKinds, 'required'),
    words: z.string().trim().max(500, 'too-long').nullable(),
  }),
  amount: z
    .object({
      amountFen: fen,
      leastFen: fen.nullable(),
      inParts: z.boolean(),
      partFen: fen.nullable(),
      tenorMonths: z
        .number('number')
        .int('number')
        .min(1, 'tenor-short')
        .max(TENOR_MOST_MONTHS, 'tenor-long')
        .nullable(),
    })
    .check(checkAmounts),
  security: z.object({ collateral: z.array(z.enum(collateralKinds)).prefault([]) }),
  cost: z.object({
    maxCostBp: z
      .number('number')
      .int('number')
      .min(1, 'cost-low')
      .max(3_600, 'cost-high')
      .nullable(),
    wantedBy: z.iso.date('date'),
  }),
  privacy: z.object({ showWhiteList: z.boolean() }),
} as const

export type StepInput<Step extends NeedStep> = z.output<(typeof stepSchemas)[Step]>
export type SaveNeedStep = { [Step in NeedStep]: { step: Step; values: StepInput<Step> } }[NeedStep]

/** The whole of the terms at once, for an amendment of a published need. */
export const amendSchema = z
  .object({
    ...stepSchemas.use.shape,
    ...stepSchemas.amount.shape,
    ...stepSchemas.security.shape,
    ...stepSchemas.cost.shape,
    ...stepSchemas.privacy.shape,
  })
  .check(checkAmounts)

/** Equity has no tenor and no yearly cost; every other class needs a tenor. */
export function needsTenor(terms: Pick<NeedTerms, 'classes'>): boolean {
  return terms.classes.some((name) => name !== 'equity')
}

export type StepStatus = 'not-started' | 'in-progress' | 'done'

export function stepStatus(
  terms: NeedTerms,
  step: NeedStep,
  visited: readonly NeedStep[],
): StepStatus {
  const started = visited.includes(step)
  const complete: Record<NeedStep, boolean> = {
    use: terms.classes.length > 0 && terms.useKind !== null,
    amount:
      terms.amountFen !== null &&
      (terms.tenorMonths !== null || !needsTenor(terms)) &&
      (!terms.inParts || terms.partFen !== null),
    security: started,
    cost: terms.wantedBy !== null,
    privacy: started,
  }
  if (complete[step] && (started || step === 'use' || step === 'amount' || step === 'cost'))
    return 'done'
  return started ? 'in-progress' : 'not-started'
}

export type WhyNotSubmit =
  | 'need-incomplete'
  | 'profile-incomplete'
  | 'wanted-by-past'
  | 'words-tell-who'
  | 'too-many-open-needs'
  | 'wrong-state'

/** Until the company has said what it offers, its draft offers what its profile holds: the form begins with it, and who fits is reckoned with it. */
export function withOwnCollateral(
  terms: NeedTerms,
  facts: Pick<Facts, 'collateral'>,
  stepsDone: readonly NeedStep[],
): NeedTerms {
  const unsaid = !stepsDone.includes('security') && terms.collateral.length === 0
  return unsaid ? { ...terms, collateral: facts.collateral } : terms
}

/** Why a draft cannot be published now, or null. The page asks the same to explain its button. */
export function whyNotSubmit(
  need: {
    state: NeedState
    terms: NeedTerms
    stepsDone: readonly NeedStep[]
    companyName: string
  },
  profile: Profile,
  openNeeds: number,
  today: Day,
): WhyNotSubmit | null {
  if (need.state !== 'draft' && need.state !== 'returned') return 'wrong-state'
  if (needSteps.some((step) => stepStatus(need.terms, step, need.stepsDone) !== 'done'))
    return 'need-incomplete'
  if (sectionsToSubmit.some((section) => sectionStatus(profile, section) !== 'done'))
    return 'profile-incomplete'
  if (need.terms.wantedBy !== null && need.terms.wantedBy < today) return 'wanted-by-past'
  if (tellingPieces(need.terms.words, need.companyName).length > 0) return 'words-tell-who'
  return openNeeds >= OPEN_NEEDS_AT_MOST ? 'too-many-open-needs' : null
}

export type WhyNotTakeSeat = 'need-not-open' | 'seats-taken'

/** Why no further financier can be met on a need, or null. */
export function whyNotTakeSeat(
  need: { state: NeedState; openFen: number },
  taken: number,
): WhyNotTakeSeat | null {
  if (need.state !== 'published' || need.openFen <= 0) return 'need-not-open'
  return taken >= SEATS ? 'seats-taken' : null
}

export type WhyNotAmend = 'wrong-state' | 'offer-accepted'

/** Why a need cannot be amended, or null. */
export function whyNotAmend(state: NeedState, acceptedOffers: number): WhyNotAmend | null {
  if (state !== 'published') return 'wrong-state'
  return acceptedOffers > 0 ? 'offer-accepted' : null
}

export type WhyNotEnd = 'wrong-state' | 'money-drawn' | 'nothing-drawn'

/** Why a need cannot be withdrawn or closed, or null: before money is drawn the one, after it the other. */
export function whyNotEnd(
  how: 'withdrawn' | 'closed',
  state: NeedState,
  hasDrawn: boolean,
): WhyNotEnd | null {
  if (state !== 'published') return 'wrong-state'
  if (how === 'withdrawn') return hasDrawn ? 'money-drawn' : null
  return hasDrawn ? null : 'nothing-drawn'
}

/** The last day on which a published need is open. */
export function expiresOn(publishedOn: Day): Day {
  return addDays(publishedOn, DAYS.needOpen)
}

/** The day money is wanted by when the form offers one. */
export function suggestedWantedBy(today: Day): Day {
  return addMonths(today, MONTHS.wantedBy)
}
