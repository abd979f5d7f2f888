/** The question that anyone may ask of the ledger, as it is written in an address. */
import * as z from 'zod'
import { dayOf, monthOf } from '../calendar/calendar'
import { defaultDefinition, definitions, monthSchema, type Definition, type Period } from './totals'

/** Longer periods say little and cost much. */
const MONTHS_MOST = 120

export interface PublicQuestion {
  period: Period
  definition: Definition
  /** What was known at a past moment; null is now. */
  asOf: Date | null
}

export const questionTroubles = [
  'month',
  'order',
  'ahead',
  'long',
  'as-of',
  'as-of-ahead',
  'definition',
] as const
export type QuestionTrouble = (typeof questionTroubles)[number]

export type Asked = Partial<Record<'from' | 'to' | 'asOf' | 'definition', string>>
type Read =
  | { ok: true; question: PublicQuestion }
  | { ok: false; trouble: QuestionTrouble; question: PublicQuestion }

const momentSchema = z.iso.datetime({ offset: true })

function monthsIn({ from, to }: Period): number {
  return (Math.floor(to / 100) - Math.floor(from / 100)) * 12 + (to % 100) - (from % 100) + 1
}

/**
 * Reads `from` and `to` (2024-01), `asOf` (a moment with its offset) and `definition`. What is left out is the year to
 * date, now, by the definition in force. Beside a trouble stands the question that needs no words.
 */
export function readQuestion(asked: Asked, now: Date): Read {
  const thisMonth = monthOf(dayOf(now))
  const plain: PublicQuestion = {
    period: { from: Math.floor(thisMonth / 100) * 100 + 1, to: thisMonth },
    definition: defaultDefinition,
    asOf: null,
  }
  const trouble = (code: QuestionTrouble): Read => ({ ok: false, trouble: code, question: plain })
  const months = z
    .object({ from: monthSchema.optional(), to: monthSchema.optional() })
    .safeParse({ from: asked.from, to: asked.to })
  if (!months.success) return trouble('month')
  const to = months.data.to ?? thisMonth
  const from = months.data.from ?? Math.floor(to / 100) * 100 + 1
  if (from > to) return trouble('order')
  if (to > thisMonth) return trouble('ahead')
  if (monthsIn({ from, to }) > MONTHS_MOST) return trouble('long')
  const definition = definitions.find(
    ({ code }) => code === (asked.definition ?? plain.definition.code),
  )
  if (!definition) return trouble('definition')
  if (asked.asOf !== undefined && !momentSchema.safeParse(asked.asOf).success)
    return trouble('as-of')
  const asOf = asked.asOf === undefined ? null : new Date(asked.asOf)
  if (asOf && asOf > now) return trouble('as-of-ahead')
  return { ok: true, question: { period: { from, to }, definition, asOf } }
}
