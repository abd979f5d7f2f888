/** What the public reads: months as their reports were sealed, each once, with what would give a few companies away left out. */
import * as z from 'zod'
import { addDays, addMonths, startOf } from '../calendar/calendar'
import { PUBLISHED_ON } from '../clock/clock'
import { monthText, type Dimension, type Period } from '../totals/totals'

/** The cuts that are published. */
export const publicDimensions = [
  'class',
  'financier-kind',
  'district',
  'zone',
  'chain',
] as const satisfies readonly Dimension[]
export type PublicDimension = (typeof publicDimensions)[number]

/** How an address names a publication. */
export const publicationNumberSchema = z.string().regex(/^\d{1,6}$/, 'publication')

export interface PublishedFigures {
  companies: number
  companyTimes: number
  drawnFen: number
}

/** Of the whole city; null is *not shown*, which is not 0. */
export interface PublishedTotals extends PublishedFigures {
  loans: number | null
  grantedFen: number | null
  evidenced: number | null
}

/** What a revision tells of the year to its month; null is *not shown*. */
export interface RevisedTotals {
  companies: number
  companyTimes: number | null
  drawnFen: number | null
}

export interface PublishedCell {
  /** A code of the cut; null where it is unknown. */
  key: string | null
  shown: PublishedFigures | null
}

/** The figures of one period. */
export interface PublishedWindow extends Period {
  totals: PublishedTotals | null
  /** Where the period is of whole quarters. */
  cuts: Record<PublicDimension, PublishedCell[]> | null
}

export function isQuarterEnd(month: number): boolean {
  return (month % 100) % 3 === 0
}

/** The first month of the quarter that a month is in. */
export function quarterOf(month: number): number {
  return month - (((month % 100) - 1) % 3)
}

/** The periods that a month's publication is of: the year so far and, where a quarter ends, the quarter. */
export function windowsOf(month: number): Period[] {
  const year = { from: Math.floor(month / 100) * 100 + 1, to: month }
  const quarter = { from: quarterOf(month), to: month }
  return isQuarterEnd(month) && quarter.from !== year.from ? [quarter, year] : [year]
}

export function isPublicPeriod({ from, to }: Period): boolean {
  return windowsOf(to).some((window) => window.from === from)
}

/** When the report of a month is due: on the 12th of the next one. */
export function dueAt(month: number): Date {
  const next = addMonths(`${monthText(month)}-01`, 1)
  const day = startOf(addDays(next, PUBLISHED_ON.day - 1))
  return new Date(day.getTime() + PUBLISHED_ON.hour * 3_600_000)
}
