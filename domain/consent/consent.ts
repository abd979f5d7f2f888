/** What a company lets one financier read, a field group each, until a day; it may be taken back at any moment. */
import * as z from 'zod'
import { addDays, addMonths, type Day } from '../calendar/calendar'
import { DAYS, MONTHS } from '../clock/clock'

/** What a consent opens, each on its own and until a date. */
export const fieldGroups = [
  'identity',
  'contact',
  'business',
  'accounts',
  'property',
  'certificates',
] as const
export type FieldGroup = (typeof fieldGroups)[number]
/** What a look may show of a company: a field group, or a need or services of its. */
export const seenThings = [...fieldGroups, 'need', 'service'] as const
export type Seen = (typeof seenThings)[number]
export const leastGroups: readonly FieldGroup[] = ['identity', 'contact']

export const purposes = [
  'first-contact',
  'credit-review',
  'due-diligence',
  'guarantee-review',
] as const
export type Purpose = (typeof purposes)[number]

/** Raised with every change of the sentence a company agrees to. */
export const CONSENT_TEXT_VERSION = 1

const groups = z
  .array(z.enum(fieldGroups))
  .prefault([])
  .pipe(
    z
      .array(z.enum(fieldGroups))
      .refine(
        (chosen) => leastGroups.every((group) => chosen.includes(group)),
        'identity-and-contact',
      ),
  )
const until = z.iso.date('date')

export const claimSchema = z.object({ groups, purpose: z.enum(purposes, 'required'), until })
export type ClaimInput = z.output<typeof claimSchema>

export const consentSchema = z.object({ groups, until })
export type ConsentInput = z.output<typeof consentSchema>

export const widenSchema = z.object({
  groups: z.array(z.enum(fieldGroups)).min(1, 'required'),
  until,
})
export const narrowSchema = z.object({ groups: z.array(z.enum(fieldGroups)).min(1, 'required') })

export const dateSchema = z.object({ group: z.enum(fieldGroups), until })
/** The moment at which was taken back what is to be as it was. */
export const undoSchema = z.object({ at: z.iso.datetime('date') })

/** Whether a consent may run until a day: not in the past, not too far off. */
export function whyNotUntil(until: Day, today: Day): 'until-past' | 'until-far' | null {
  if (until < today) return 'until-past'
  return until > addDays(today, DAYS.consentMost) ? 'until-far' : null
}

/** The day until which a consent is offered. */
export function suggestedUntil(today: Day): Day {
  return addMonths(today, MONTHS.consent)
}
