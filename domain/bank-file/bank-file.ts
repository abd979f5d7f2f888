/** What a bank sends of its loans: a table, each row one grant and its drawing; and what may be wrong with it. */
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
  'granted-on',
  'granted',
  'drawn-on',
  'drawn',
  'tenor',
  'rate',
  'first-loan',
] as const
export type Column = (typeof columns)[number]
export const neededColumns = [
  'uscc',
  'financier',
  'class',
  'contract',
  'granted-on',
  'granted',
] as const satisfies readonly Column[]

export type MoneyUnit = '元' | '万'

export const rowProblems = [
  'cell-missing',
  'uscc-length',
  'uscc-character',
  'uscc-check',
  'not-a-company',
  'name-long',
  'class-unknown',
  'kind-unknown',
  'kind-missing',
  'contract-mangled',
  'contract-long',
  'day-unreadable',
  'day-in-future',
  'day-too-early',
  'amount-unreadable',
  'amount-not-above-zero',
  'amount-too-large',
  'unit-missing',
  'drawing-without-amount',
  'drawing-without-day',
  'tenor-unreadable',
  'rate-unreadable',
  'first-loan-unreadable',
  'row-shifted',
] as const satisfies readonly (UsccProblem | string)[]
export type RowProblemCode = (typeof rowProblems)[number]

export const rowNotes = [
  'drawn-over-granted',
  'drawn-before-granted',
  'total-left-out',
  'twice-in-file',
] as const
export type RowNoteCode = (typeof rowNotes)[number]

export interface RowProblem {
  /** As the spreadsheet numbers it: the first line is 1. */
  row: number
  column: Column | null
  code: RowProblemCode
  /** What stands there, cut to a length that fits a line. */
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
  company: string
  financier: string
  kind: FinancierKind
  class: FinancingClass
  contractNo: string
  granted: { on: Day; fen: number }
  drawn: { on: Day; fen: number } | null
  tenorMonths: number | null
  rateBp: number | null
  firstLoan: boolean | null
}

export type FileProblem =
  | 'file-empty'
  | 'file-not-text'
  | 'file-a-workbook'
  | 'headings-missing'
  | 'columns-missing'
  | 'too-many-rows'
  | 'quotes-broken'

export interface BankFile {
  encoding: 'utf-8' | 'gb18030' | 'utf-16le'
  /** Rows below the headings that are not empty and no totals. */
  count: number
  rows: BankRow[]
  problems: RowProblem[]
  notes: RowNote[]
}
