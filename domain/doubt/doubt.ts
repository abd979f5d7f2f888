/** What looks inflated in the ledger: its rows count, marked, until an official has decided. */
import * as z from 'zod'
import type { Day } from '../calendar/calendar'
import { addDays, addMonths, isWorkingDay } from '../calendar/calendar'

export const doubtKinds = [
  /** One contract, day and amount at two financiers, under two spellings or for two companies. */
  'same-contract',
  /** A guarantee or policy that names no loan, beside a loan of the same company and amount. */
  'guarantee-alone',
  /** A result dated before the first contact of its talk. */
  'before-contact',
  /** A drawing dated before the contract was granted. */
  'before-grant',
  /** Many rows of one financier dated on the last working day of a month, entered together. */
  'month-end',
  /** More contacts of one member in a day than anybody makes. */
  'many-contacts',
  /** A row that was taken out and entered again in another month. */
  'moved-month',
] as const
export type DoubtKind = (typeof doubtKinds)[number]

export const doubtStates = ['open', 'right', 'mended'] as const
export type DoubtState = (typeof doubtStates)[number]

/** What makes a doubt of it. */
export const DOUBTFUL = {
  /** Between a guarantee and the loan beside it. */
  guaranteeDays: 30,
  monthEndRows: 10,
  /** As many times the daily median of the month. */
  monthEndTimes: 3,
  contactsADay: 50,
} as const

export const decideSchema = z.object({
  note: z.string().trim().min(2, 'required').max(500, 'too-long'),
  /** How many rows the official had before it: another one may have joined since. */
  rows: z.number().int(),
})
export type DecideInput = z.output<typeof decideSchema>

const firstOf = (month: number): Day =>
  `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}-01`

/** The working days of a month, written YYYYMM, in their order. */
export function workingDaysOf(month: number): Day[] {
  const [first, next] = [firstOf(month), addMonths(firstOf(month), 1)]
  const days: Day[] = []
  for (let day = first; day < next; day = addDays(day, 1)) if (isWorkingDay(day)) days.push(day)
  return days
}
