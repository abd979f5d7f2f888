/** An action on a match: one need, one financier, by one product. */
import * as z from 'zod'
import { addDays, dayOf, dueAfter, endOf } from '../calendar/calendar'
import { DAYS, WORKING_DAYS } from '../clock/clock'
import { twinSchema } from '../ledger/ledger'

export const introductionStates = [
  'invited',
  'assigned',
  'requested',
  'open',
  'in-contact',
  'file-complete',
  'approved',
  'drawn',
  'ended',
] as const
export type IntroductionState = (typeof introductionStates)[number]

export const liveStates = [
  'invited',
  'assigned',
  'requested',
  'open',
  'in-contact',
  'file-complete',
  'approved',
] as const satisfies readonly IntroductionState[]

/** From *open* on: what the company consented to is read in these alone. */
export const readingStates = [
  'open',
  'in-contact',
  'file-complete',
  'approved',
  'drawn',
] as const satisfies readonly IntroductionState[]

/** Live ones that there are by a consent to identity and contact, and that end without it. */
export const consentedStates = [
  'invited',
  'open',
  'in-contact',
  'file-complete',
  'approved',
] as const satisfies readonly IntroductionState[]

export function isLive(state: IntroductionState): boolean {
  return (liveStates as readonly IntroductionState[]).includes(state)
}

/** Live states in which the financier has the next move; *approved* too, once its offer is accepted. */
export const financierMoves = [
  'invited',
  'assigned',
  'open',
  'in-contact',
  'file-complete',
] as const satisfies readonly IntroductionState[]

export function waitsForFinancier(state: IntroductionState, offerAccepted: boolean): boolean {
  return (
    (financierMoves as readonly IntroductionState[]).includes(state) ||
    (state === 'approved' && offerAccepted)
  )
}

export const origins = ['invited', 'assigned', 'claimed'] as const
export type Origin = (typeof origins)[number]

export const endings = [
  'declined-by-financier',
  'refused-by-company',
  'ended-by-company',
  'consent-revoked',
  'need-ended',
  // By the clock.
  'no-answer',
  'no-consent',
  'no-contact',
  'consent-expired',
] as const
export type Ending = (typeof endings)[number]

/** Whether a decline can be mended by the company, by time, or not at this financier. */
export const declineCodes = {
  industry: 'not-here',
  district: 'not-here',
  'stage-or-age': 'by-time',
  revenue: 'by-time',
  'amount-high': 'by-you',
  'amount-low': 'by-you',
  tenor: 'by-you',
  collateral: 'by-you',
  'debt-ratio': 'by-time',
  'credit-or-lawsuit': 'by-time',
  'papers-missing': 'by-you',
  'quota-used-up': 'by-time',
  'financed-elsewhere': 'not-here',
  'cannot-be-reached': 'by-you',
  'company-gave-up': 'not-here',
  other: 'not-here',
} as const
export type DeclineCode = keyof typeof declineCodes
export const declineCodeList = Object.keys(declineCodes) as [DeclineCode, ...DeclineCode[]]

export const contactKinds = ['visit', 'meeting', 'call'] as const
export type ContactKind = (typeof contactKinds)[number]

export const contactSchema = z.object({
  kind: z.enum(contactKinds, 'required'),
  contactedOn: z.iso.date('date'),
  note: z.string().trim().max(500, 'too-long').nullable(),
})
export type ContactInput = z.output<typeof contactSchema>

export const declineSchema = z
  .object({
    code: z.enum(declineCodeList, 'required'),
    words: z.string().trim().max(500, 'too-long').nullable(),
  })
  .check((context) => {
    if (context.value.code === 'other' && !context.value.words) {
      context.issues.push({
        code: 'custom',
        message: 'required',
        path: ['words'],
        input: context.value,
      })
    }
  })
export type DeclineInput = z.output<typeof declineSchema>

export const drawingSchema = z.object({
  amountFen: z.number('number').int('number').min(1, 'amount-small').max(1e14, 'amount-large'),
  drawnOn: z.iso.date('date'),
  contractNo: z.string().trim().min(2, 'required').max(60, 'too-long'),
  ...twinSchema,
  /** The contract of the loan that a guarantee or policy stands behind. */
  secures: z.string().trim().max(60, 'too-long').nullable(),
})
export type DrawingInput = z.output<typeof drawingSchema>

/** When the clock of a state runs out, from the moment it was entered; null where nobody is waited for by a clock. */
export function dueOf(
  state: IntroductionState,
  since: Date,
  facts: { whiteListed: boolean; decisionDays: number | null },
): Date | null {
  switch (state) {
    case 'invited':
    case 'assigned':
      return dueAfter(
        since,
        facts.whiteListed ? WORKING_DAYS.answerWhiteListed : WORKING_DAYS.answer,
      )
    case 'requested':
      return dueAfter(since, WORKING_DAYS.consent)
    case 'open':
      return dueAfter(since, WORKING_DAYS.contact)
    case 'in-contact':
      return dueAfter(since, WORKING_DAYS.file)
    case 'file-complete':
      return endOf(addDays(dayOf(since), facts.decisionDays ?? DAYS.decision))
    case 'approved':
      return endOf(addDays(dayOf(since), DAYS.drawing))
    default:
      return null
  }
}

/** How an introduction ends that nobody moves in time; the others become overdue, and wait for somebody to step in. */
export const lapses = {
  invited: 'no-answer',
  assigned: 'no-answer',
  requested: 'no-consent',
  open: 'no-contact',
} as const satisfies Partial<Record<IntroductionState, Ending>>
export type LapsingState = keyof typeof lapses
export const lapsingStates = Object.keys(lapses) as LapsingState[]

/** After so many working days in a state; later than an answer is due, on time with the others. */
const lapseAfter: Record<LapsingState, number> = {
  invited: WORKING_DAYS.answerLapses,
  assigned: WORKING_DAYS.answerLapses,
  requested: WORKING_DAYS.consent,
  open: WORKING_DAYS.contact,
}
/** No introduction lapses sooner than so many days of 24 hours. */
export const LAPSES_SOONEST = Math.min(...Object.values(lapseAfter))

/** Whether an introduction has been so long in a state that it lapses, and how it ends then. */
export function lapseOf(
  { state, stateAt }: { state: IntroductionState; stateAt: Date },
  now: Date,
): Ending | null {
  const lapsing = lapsingStates.find((one) => one === state)
  if (!lapsing || dueAfter(stateAt, lapseAfter[lapsing]) > now) return null
  return lapses[lapsing]
}
