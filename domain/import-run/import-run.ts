/** A spreadsheet on its way into the ledger: uploaded, matched, mended, confirmed; what it may hold, and what is kept of it. */
import type { BankFile, FileProblem } from '../bank-file/bank-file'

export const importKinds = ['services'] as const
export type ImportKind = (typeof importKinds)[number]

/** *Open*: nothing is written; *confirmed*: a job is writing it; *undone*: what it wrote is voided. */
export const importStates = ['open', 'confirmed', 'done', 'undone'] as const
export type ImportState = (typeof importStates)[number]

/** More than any form holds, and what still unpacks and is read in seconds. */
export const LIMITS = {
  fileBytes: 10_000_000,
  /** Of all parts of a workbook together. */
  unpackedBytes: 200_000_000,
  rows: 50_000,
  columns: 60,
  cellCharacters: 500,
  sheets: 20,
} as const

/** Lines that may stand above the table. */
export const LINES_ABOVE = 20

export const uploadProblems = [
  'file-missing',
  'file-too-large',
  'file-empty',
  'file-not-text',
  'file-unknown',
  'file-web-page',
  'file-encrypted',
  'file-broken',
  'file-bomb',
  'file-slow',
  'too-many-rows',
  'too-many-columns',
  'quotes-broken',
  'headings-missing',
] as const
export type UploadProblem = (typeof uploadProblems)[number]

export const importForms = ['csv', 'xlsx', 'xls'] as const
export type ImportForm = (typeof importForms)[number]

/** What a workbook says of a sheet besides its cells; rows as the spreadsheet numbers them. */
export interface SheetFacts {
  name: string
  isHidden: boolean
  rows: number
  hiddenRows: number[]
  /** Cells whose value a formula reckoned, and those of which it never did. */
  formulas: number
  uncounted: string[]
  /** As A4:A9, below the headings. */
  merged: string[]
}

/** A file as it was cut into cells. */
export interface Upload {
  form: ImportForm
  encoding: BankFile['encoding']
  is1904: boolean
  sheets: SheetFacts[]
  /** One grid a sheet; those of hidden sheets are empty. */
  grids: string[][][]
}

export type ImportFile = Omit<Upload, 'grids'> & { name: string; bytes: number }

/** Mended cells by row and column index, as `17:0`. */
export type Mended = Readonly<Record<string, string>>
export const cellKey = (row: number, index: number): string => `${row}:${index}`

export const importStages = ['reading', 'meeting', 'writing'] as const
export interface Progress {
  stage: (typeof importStages)[number]
  /** Entries of the ledger written, and to be written. */
  done: number
  of: number
}

/** Why a job gave an import back to its sender. */
export type ImportTrouble = FileProblem | 'asked-again' | 'not-allowed'

/** What matching an import may be remembered by: a field, a unit, a word; never what concerns a row. */
const rememberedKinds = ['as', 'column', 'heading', 'unit', 'period', 'class', 'kind'] as const

export const isRemembered = (name: string): boolean =>
  rememberedKinds.some((kind) => name.startsWith(`${kind}.`))
