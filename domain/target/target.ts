/** A yearly target that officials set, and the pace that it asks for. Pure. */
import * as z from 'zod'
import { districts, zones, type Scope } from '../place/place'

export const targetMeasures = ['companies', 'drawn'] as const
export type TargetMeasure = (typeof targetMeasures)[number]

export const targetStates = ['in-force', 'ended'] as const
export type TargetState = (typeof targetStates)[number]

/** A target is of the whole city, a district or a zone. */
export const targetPlaces = ['city', ...districts, ...zones] as const
export type TargetPlace = (typeof targetPlaces)[number]

/** The places of a target as a scope. */
export function scopeOfPlace(place: TargetPlace): Scope {
  if (place === 'city') return { city: true }
  return {
    city: false,
    districts: districts.filter((one) => one === place),
    zones: zones.filter((one) => one === place),
  }
}

/** The place whose target a scope is measured by; null where it is several or none. */
export function placeOfScope(scope: Scope): TargetPlace | null {
  if (scope.city) return 'city'
  const [only, another] = [...scope.districts, ...scope.zones]
  return only && !another ? only : null
}

const FIRST_YEAR = 2023
const LAST_YEAR = 2100

export const setTargetSchema = z.object({
  year: z.int('number').min(FIRST_YEAR, 'number').max(LAST_YEAR, 'number'),
  measure: z.enum(targetMeasures, 'required'),
  place: z.enum(targetPlaces, 'required'),
  /** Companies, or fen. */
  value: z.int('number').min(1, 'amount-small').max(1e15, 'amount-large'),
  /** Where it was decided. */
  source: z.string().trim().min(2, 'required').max(200, 'too-long'),
})
export type SetTargetInput = z.output<typeof setTargetSchema>

/** Why a target ends. */
export const endTargetSchema = z.string().trim().min(2, 'required').max(300, 'too-long')

const MONTHS_OF_YEAR = 12

export interface Pace {
  /** What came by the end of the last month that has ended; all of it, where the year has. */
  reached: number
  /** How many months of the year have ended. */
  ended: number
  left: number
  /** What is still missing, never less than none. */
  missing: number
  /** For each month that is left, and for each that has ended; null where there is none. */
  needed: number | null
  soFar: number | null
  /** The month of the year by whose end it is reached at the pace so far; null past December or without a pace. */
  reachedIn: number | null
}

/** The pace of a target from what had come by the end of each month that has ended, January first. */
export function paceOf(target: number, soFarByMonth: readonly number[]): Pace {
  const ended = Math.min(soFarByMonth.length, MONTHS_OF_YEAR)
  const reached = soFarByMonth[ended - 1] ?? 0
  const left = MONTHS_OF_YEAR - ended
  const missing = Math.max(0, target - reached)
  const soFar = ended > 0 ? reached / ended : null
  const at = soFarByMonth.findIndex((value) => value >= target)
  const ahead = soFar ? Math.ceil(target / soFar) : null
  return {
    reached,
    ended,
    left,
    missing,
    needed: left > 0 ? missing / left : null,
    soFar,
    reachedIn:
      at >= 0 ? at + 1 : ahead !== null && ahead > ended && ahead <= MONTHS_OF_YEAR ? ahead : null,
  }
}
