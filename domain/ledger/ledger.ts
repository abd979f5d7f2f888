/** One row of the ledger: a service of a financier to a company on a day. The only source of totals. */
import * as z from 'zod'
import type { Day } from '../calendar/calendar'
import { MOST_PLAUSIBLE_FEN } from '../money/money'
import { classes } from '../product/classes'
import { usccSchema } from '../uscc/uscc'

/** Rungs 1–3 are read from needs and introductions; the ledger holds these. */
export const ledgerRungs = [4, 5, 6] as const
export type LedgerRung = (typeof ledgerRungs)[number]

/** Before this day the ledger had not begun: what is older can be entered, and is no base of any growth. */
export const ledgerFirstDay: Day = '2023-01-01'

export const serviceStates = [
  'reported',
  'confirmed',
  'unconfirmed',
  'verified',
  'disputed',
  'voided',
] as const
export type ServiceState = (typeof serviceStates)[number]
/** Disputed rows stand apart until decided, voided ones are out. */
export const countedStates = [
  'reported',
  'confirmed',
  'unconfirmed',
  'verified',
] as const satisfies readonly ServiceState[]

export const serviceSources = ['platform', 'report', 'import'] as const
export type ServiceSource = (typeof serviceSources)[number]

/** The cuts whose totals of now are kept, each by its parts. */
export const cellDimensions = [
  'all',
  'district',
  'zone',
  'chain',
  'class',
  'financier-kind',
  'financier',
  'qualification',
  'white-list',
] as const
export type CellDimension = (typeof cellDimensions)[number]

/** What is kept of them: who is counted once in a window, however often present; and what adds up. */
export const cellMeasures = [
  'companies',
  'evidenced',
  'first-loans',
  'loans',
  'times',
  'disputed',
  'fen',
] as const
export type CellMeasure = (typeof cellMeasures)[number]

/** A place in the order in which entries and marks became visible, and the moment at which it did. */
export interface LedgerPosition {
  position: number
  at: Date
}

/** What a correction enters in a row's place. */
export interface RightRow {
  amountFen: number
  happenedOn: Day
  contractNo: string | null
}

/** What tells drawings of one contract, day and amount apart: the voucher 借据号, or the word that this is one more. */
export const twinSchema = {
  voucher: z.string().trim().max(60, 'too-long').nullish(),
  isFurther: z.boolean().optional(),
}

export const reportServiceSchema = z.object({
  uscc: z
    .string()
    .trim()
    .min(1, 'required')
    .max(40, { error: 'uscc-length', abort: true })
    .pipe(usccSchema),
  companyName: z.string().trim().min(2, 'required').max(100, 'too-long'),
  /** The licence was looked at: the code is right, whatever name it is on record under. */
  nameChecked: z.boolean().optional(),
  rung: z.union([z.literal(4), z.literal(5), z.literal(6)]),
  class: z.enum(classes, 'required'),
  contractNo: z.string().trim().min(2, 'required').max(60, 'too-long'),
  ...twinSchema,
  happenedOn: z.iso.date('date'),
  amountFen: z
    .number('number')
    .int('number')
    .min(0, 'amount-small')
    .max(MOST_PLAUSIBLE_FEN, 'amount-large'),
  rateBp: z.number('number').int('number').min(0).max(3_600, 'cost-high').nullable(),
  tenorMonths: z.number('number').int('number').min(1).max(360, 'tenor-long').nullable(),
  secures: z.string().trim().max(60, 'too-long').nullable(),
  firstLoan: z.boolean().nullable(),
})
export type ReportServiceInput = z.output<typeof reportServiceSchema>

/** What an official writes of a row: what it was verified by, or why it is taken out. */
const officialWords = z.string().trim().min(2, 'required').max(500, 'too-long')
export const verifySchema = z.object({ note: officialWords })
export const voidSchema = z.object({ why: officialWords })
export const correctSchema = z.object({
  amountFen: z
    .number('number')
    .int('number')
    .min(0, 'amount-small')
    .max(MOST_PLAUSIBLE_FEN, 'amount-large'),
  happenedOn: z.iso.date('date'),
  contractNo: z.string().trim().min(2, 'required').max(60, 'too-long').nullable(),
  why: officialWords,
})

export const disputeSchema = z.object({
  reason: z.string().trim().min(2, 'required').max(500, 'too-long'),
  rightAmountFen: z
    .number('number')
    .int('number')
    .min(0, 'amount-small')
    .max(MOST_PLAUSIBLE_FEN, 'amount-large')
    .nullable(),
})
export type DisputeInput = z.output<typeof disputeSchema>
