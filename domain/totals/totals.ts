/** What may be asked of the ledger, and what a figure is made of: period, rung, cut, and the set of rows that it opens. */
import * as z from 'zod'
import type { Day } from '../calendar/calendar'
import type { Chain } from '../chain/chain'
import { ledgerFirstDay, type LedgerRung } from '../ledger/ledger'
import type { FinancierKind } from '../organisation/organisation'
import type { District, Park, Zone } from '../place/place'
import type { FinancingClass } from '../product/classes'
import type { QualificationKind } from '../profile/profile'

/** Which rung makes *served*, since when. Printed under every figure. */
export interface Definition {
  code: string
  rung: LedgerRung
  since: Day
}
export const definitions: readonly Definition[] = [
  { code: '2024-03', rung: 6, since: ledgerFirstDay },
  { code: '2024-03-contact', rung: 4, since: ledgerFirstDay },
]
export const defaultDefinition = definitions[0] as Definition

/** Months as integers, 202401, both included. */
export interface Period {
  from: number
  to: number
}

export const monthSchema = z
  .string()
  .regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/, 'month')
  .meta({ examples: ['2024-05'] })
  .transform((text) => Number(text.slice(0, 4)) * 100 + Number(text.slice(5, 7)))

export function monthText(month: number): string {
  return `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}`
}

/** January to the month of a day. */
export function yearToDate(today: Day): Period {
  const year = Number(today.slice(0, 4))
  return { from: year * 100 + 1, to: year * 100 + Number(today.slice(5, 7)) }
}

export function samePeriodLastYear({ from, to }: Period): Period {
  return { from: from - 100, to: to - 100 }
}

/** So many months later, or earlier where it is less than none. */
export function addToMonth(month: number, months: number): number {
  const index = Math.floor(month / 100) * 12 + (month % 100) - 1 + months
  return Math.floor(index / 12) * 100 + (index % 12) + 1
}

/** Every month of a period in order. */
export function monthsOf({ from, to }: Period): number[] {
  const months: number[] = []
  for (let month = from; month <= to; month += month % 100 === 12 ? 89 : 1) months.push(month)
  return months
}

/** Public figures over fewer companies than this are suppressed. */
export const SMALL_CELL = 3

export const lackables = ['chain', 'district', 'zone', 'park', 'qualification'] as const
export type Lackable = (typeof lackables)[number]

/** The cuts a figure may be asked in. */
export interface Cut {
  district?: District
  zone?: Zone
  park?: Park
  /** All of them: a company may sit on several. */
  chains?: Chain[]
  class?: FinancingClass
  financierKind?: FinancierKind
  financierId?: string
  companyId?: string
  /** All of them. */
  qualifications?: QualificationKind[]
  whiteListed?: boolean
  /** Drawings that are their company's first in life, or the others. */
  firstTime?: boolean
  /** Rows that lack these facts: the part of a cut that has no name. */
  lacking?: Lackable[]
}

export interface Question {
  period: Period
  definition: Definition
  /** What was in the ledger by a position, which gives the same figure for ever; null is now. */
  asOf: number | null
  cut?: Cut
  /** Only up to a day of the last month. */
  until?: Day
}

export const dimensions = [
  'chain',
  'district',
  'zone',
  'park',
  'class',
  'financier-kind',
  'financier',
  'qualification',
  'white-list',
  'first-time',
] as const
export type Dimension = (typeof dimensions)[number]
/** Two cuts of one question: rows and columns of a table. */
export type Crossing = readonly [down: Dimension, across: Dimension]

/**
 * What of a question a figure counts: *counted* the rows that make served; *drawn* and *granted* the rows whose money is
 * added; *rated* the loans whose rates are
 * weighed; *first-loans* the rows of first-time borrowers; *disputed* those that stand apart; *late* what came since the
 * question's position and counts today, *gone* what counted then and no longer does, *drawn-late* and *drawn-gone* the same of
 * the money; *all* every row of any rung
 * and state, voided ones too.
 */
export const rowSets = [
  'counted',
  'drawn',
  'granted',
  'rated',
  'first-loans',
  'disputed',
  'late',
  'gone',
  'drawn-late',
  'drawn-gone',
  'all',
] as const
export type RowSet = (typeof rowSets)[number]

export const companySets = ['counted', 'first-loans', 'evidenced', 'declared'] as const
/** Which companies: all that were served, first-time borrowers, those with evidence for a row, and the others. */
export type CompanySet = (typeof companySets)[number]

type Behind = { rows: RowSet } | { companies: CompanySet }

/** What each figure opens: the rows whose number or money it is, or the companies. */
export const behind = {
  companies: { companies: 'counted' },
  companyTimes: { rows: 'counted' },
  drawnFen: { rows: 'drawn' },
  grantedFen: { rows: 'granted' },
  rate: { rows: 'rated' },
  firstLoans: { companies: 'first-loans' },
  evidenced: { companies: 'evidenced' },
  declared: { companies: 'declared' },
  disputed: { rows: 'disputed' },
  late: { rows: 'late' },
  gone: { rows: 'gone' },
  drawnLate: { rows: 'drawn-late' },
  drawnGone: { rows: 'drawn-gone' },
} as const satisfies Record<string, Behind>
export type OpenFigure = keyof typeof behind

export interface Totals {
  /** 家: distinct parent companies. */
  companies: number
  /** 家次: rows. */
  companyTimes: number
  /** 笔: distinct financier and contract, loan classes only. */
  loans: number
  /** Fen, classes that are financing: rung 6 and rung 5, each on its own. */
  drawnFen: number
  grantedFen: number
  /** Companies with at least one row that has a contract and the company's or an official's word; the rest. */
  evidenced: number
  declared: number
  /** Companies that borrowed for the first time in their life. */
  firstLoans: number
  disputed: number
}

export interface MonthTotals {
  month: number
  companies: number
  companyTimes: number
  drawnFen: number
  /** Distinct companies from the period's first month to this one: months do not add up to it. */
  companiesSoFar: number
}

export interface CutTotals {
  /** Null where the place, chain or certificate is unknown or there is none. */
  key: string | null
  companies: number
  companyTimes: number
  drawnFen: number
}

/** A part of one cut within a part of another. */
export interface CrossTotals extends CutTotals {
  across: string | null
}
