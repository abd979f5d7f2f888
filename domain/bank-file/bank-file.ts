/** What a bank sends of its loans: a table, each row one grant and its drawing; what is asked of it, and what may be wrong with it. */
import * as z from 'zod'
import type { Day } from '../calendar/calendar'
import type { FinancierKind } from '../organisation/organisation'
import type { FinancingClass } from '../product/classes'
import type { UsccProblem } from '../uscc/uscc'

export const columns = [
  'uscc',
  'company',
  'financier',
  'kind',
  'class',
  'contract',
  'voucher',
  'granted-on',
  'granted',
  'drawn-on',
  'drawn',
  'currency',
  'amount-unit',
  'tenor',
  'tenor-unit',
  'rate',
  'first-loan',
] as const
export type Column = (typeof columns)[number]
export const neededColumns = [
  'uscc',
  'financier',
  'class',
  'contract',
] as const satisfies readonly Column[]
/** Besides them a file has its grants or, where it knows of none, its drawings. */
export const grantColumns = ['granted-on', 'granted'] as const satisfies readonly Column[]
export const drawingColumns = ['drawn-on', 'drawn'] as const satisfies readonly Column[]

export const moneyUnits = ['元', '千元', '万元', '百万元', '亿元'] as const
export type MoneyUnit = (typeof moneyUnits)[number]
export const rateUnits = ['percent', 'permille', 'bp', 'fraction'] as const
export type RateUnit = (typeof rateUnits)[number]
export const ratePeriods = ['year', 'month'] as const
export type RatePeriod = (typeof ratePeriods)[number]
export const tenorUnits = ['day', 'month', 'quarter', 'year'] as const
export type TenorUnit = (typeof tenorUnits)[number]

export const rowProblems = [
  'cell-missing',
  'uscc-length',
  'uscc-character',
  'uscc-check',
  'uscc-nobody',
  'uscc-person',
  'uscc-number',
  'uscc-refused',
  'person-number',
  'not-a-company',
  'other-company',
  'name-long',
  'class-unknown',
  'kind-unknown',
  'contract-mangled',
  'contract-long',
  'day-unreadable',
  'day-in-future',
  'day-too-early',
  'amount-unreadable',
  'amount-not-above-zero',
  'amount-too-large',
  'not-in-yuan',
  'unit-unknown',
  'drawing-without-amount',
  'drawing-without-day',
  'tenor-unreadable',
  'rate-unreadable',
  'first-loan-unreadable',
  'row-shifted',
  /** Of a file that a financier sends of its own contracts. */
  'other-financier',
  'class-of-kind',
] as const satisfies readonly (UsccProblem | string)[]
export type RowProblemCode = (typeof rowProblems)[number]

export const rowNotes = [
  'drawn-over-granted',
  'drawn-before-granted',
  'total-left-out',
  'heading-again',
  'twice-in-file',
  'day-from-serial',
  'day-from-instant',
  'rate-rounded',
  'tenor-rounded',
  'code-waits',
  /** A financier sends it, and nobody has met the company before: a verifier looks first. */
  'company-waits',
] as const
export type RowNoteCode = (typeof rowNotes)[number]

export interface RowProblem {
  /** As the spreadsheet numbers it: the first line is 1. */
  row: number
  column: Column | null
  code: RowProblemCode
  /** What stands there, cut to a length that fits a line; nothing of what may be a person's number. */
  cell: string
  /** A code that would be right, where one letter was mistaken for a figure. */
  suggestion: string | null
}

export interface RowNote {
  row: number
  code: RowNoteCode
}

export interface BankRow {
  row: number
  uscc: string
  /** Its code fails its check: a verifier decides whether it counts. */
  codeWaits: boolean
  company: string
  financier: string
  /** Null where neither a column nor the name says it. */
  kind: FinancierKind | null
  class: FinancingClass
  contractNo: string
  /** 借据号: tells the drawings of one contract apart. */
  voucher: string | null
  /** Null where the file has no grants, only drawings. */
  granted: { on: Day; fen: number } | null
  drawn: { on: Day; fen: number } | null
  tenorMonths: number | null
  rateBp: number | null
  firstLoan: boolean | null
}

export const questionKinds = [
  /** Which of several sheets of a workbook is meant. */
  'sheet',
  /** Whether rows that the workbook hides are read. */
  'hidden-rows',
  /** Whether the value of merged cells stands for each of them. */
  'merged',
  /** Which of several columns is the field. */
  'column',
  /** What an unknown heading means. */
  'heading',
  /** In which unit a column stands. */
  'unit',
  /** Whether a rate is by the year or by the month. */
  'period',
  /** A cell has another unit than its column: which of them is right. */
  'cell-unit',
  /** Rates under half a percent a year: as written, or a fraction of one. */
  'low-rate',
  'class',
  'kind',
  /** Whether a name is one on record. */
  'institution',
  /** Whether a company is the one on record. */
  'company',
  /** Whether rows that are alike are drawings of their own. */
  'twins',
] as const
export type QuestionKind = (typeof questionKinds)[number]

/** What only the sender knows: asked before anything is kept, on the command line or on a page. */
export interface Question {
  /** How an answer names it: its kind and what it is about, such as `unit.rate`. */
  name: string
  kind: QuestionKind
  column: Column | null
  /** What stands in the file: a heading, a word, a name. */
  words: string
  /** The name on record beside it. */
  known: string | null
  /** How many rows it is about, and which. */
  count: number
  rows: number[]
  /** Codes, headings of the file, or names on record. */
  answers: readonly string[]
  /** What was answered, where it is none of these. */
  given: string | null
}

/** An answer that nobody asked for: what a column means, by its heading. */
export const COLUMN_MEANS = 'as'
export const LEAVE_OUT = 'leave-out'

/** Answers by the names of their questions; the kind alone answers all of its kind. */
export type Answers = Readonly<Record<string, string>>

/** How a column was read: shown before anything is kept. */
export interface ReadColumn {
  column: Column
  letter: string
  heading: string
  unit: MoneyUnit | RateUnit | TenorUnit | null
  period: RatePeriod | null
}

/** Who sends a file of its own contracts: a financier. */
export interface Sender {
  organisationId: string
  name: string
  kind: FinancierKind
}

export interface LeftColumn {
  letter: string
  /** Empty where it has none. */
  heading: string
  /** Personal data: not read, not shown, not kept. */
  isPersonal: boolean
}

/** Of a code that a verifier judges before its rows count. */
export const waitingCodeStates = ['waiting', 'admitted', 'refused'] as const
export type WaitingCodeState = (typeof waitingCodeStates)[number]

/** Why it waits. */
export const waitingReasons = ['check', 'unknown'] as const
export type WaitingReason = (typeof waitingReasons)[number]

/** What a verifier writes of such a code: what shows that it is a company's, or why it is none. */
export const codeWordsSchema = z.object({
  words: z.string().trim().min(2, 'required').max(500, 'too-long'),
})

export type FileProblem =
  | 'file-empty'
  | 'file-not-text'
  | 'file-a-workbook'
  | 'headings-missing'
  | 'columns-missing'
  | 'currency-foreign'
  | 'too-many-rows'
  | 'quotes-broken'

export interface BankFile {
  encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'workbook'
  /** The line of the headings, 1 for the first. */
  headingRow: number
  read: ReadColumn[]
  left: LeftColumn[]
  /** Rows below the headings that are not empty and no totals. */
  count: number
  rows: BankRow[]
  problems: RowProblem[]
  notes: RowNote[]
}
