/** A saved view of the leads: a filter with a name. Pure. */
import * as z from 'zod'
import { chains } from '../chain/chain'
import type { Teaser } from '../need/teaser'
import { districts, zones } from '../place/place'
import { classes, type FinancingClass } from '../product/classes'
import { qualificationKinds } from '../profile/profile'

export const VIEWS_AT_MOST = 20

const fen = z.number().int().positive().max(1e15)

/** Everything the list can be narrowed by; all of it lives in the address. */
export const leadFilterSchema = z.object({
  class: z.enum(classes).optional(),
  productId: z.uuid().optional(),
  zone: z.enum(zones).optional(),
  district: z.enum(districts).optional(),
  chain: z.enum(chains).optional(),
  qualification: z.enum(qualificationKinds).optional(),
  amountFromFen: fen.optional(),
  amountToFen: fen.optional(),
  whiteListed: z.boolean().optional(),
  /** Only leads with a seat left. */
  free: z.boolean().optional(),
  /** Leads passed over instead of those still open. */
  passed: z.boolean().optional(),
})
export type LeadFilter = z.output<typeof leadFilterSchema>

export const viewNameSchema = z.string().trim().min(1, 'required').max(30, 'too-long')

export const saveViewSchema = z.object({
  name: viewNameSchema,
  shared: z.boolean(),
  alert: z.boolean(),
})

const keys = Object.keys(leadFilterSchema.shape) as (keyof LeadFilter)[]

export const QUESTIONS_AT_MOST = 20

/** A question of the monitor under a name. */
export const saveQuestionSchema = z.object({
  name: viewNameSchema,
  /** At the position it has now, for ever; else it is asked anew each time. */
  isFixed: z.boolean(),
})

/** What the monitor is asked, as its address says it; with the cut that is shown. */
export type SavedParameters = Record<string, string>

/** The filter without what it does not narrow by. */
export function tidyFilter(filter: LeadFilter): LeadFilter {
  return Object.fromEntries(keys.flatMap((key) => (filter[key] ? [[key, filter[key]]] : [])))
}

export function isSameFilter(one: LeadFilter, other: LeadFilter): boolean {
  return keys.every((key) => (one[key] || undefined) === (other[key] || undefined))
}

/** What a lead is narrowed by: its product, its teaser and what is still open. */
export interface FilteredLead {
  productId: string
  class: FinancingClass
  openFen: number
  teaser: Pick<Teaser, 'zone' | 'district' | 'chain' | 'qualifications' | 'whiteListed'>
  passed: boolean
  /** Seats left. */
  seatsFree: number
}

/** Whether the list narrowed by a filter holds a lead; `view.db.test.ts` holds the two to each other. */
export function isWithin(filter: LeadFilter, lead: FilteredLead): boolean {
  const { teaser } = lead
  return (
    (!filter.class || lead.class === filter.class) &&
    (!filter.productId || lead.productId === filter.productId) &&
    (!filter.zone || teaser.zone === filter.zone) &&
    (!filter.district || teaser.district === filter.district) &&
    (!filter.chain || teaser.chain === filter.chain) &&
    (!filter.qualification ||
      teaser.qualifications.some(({ kind }) => kind === filter.qualification)) &&
    (filter.amountFromFen === undefined || lead.openFen >= filter.amountFromFen) &&
    (filter.amountToFen === undefined || lead.openFen <= filter.amountToFen) &&
    (!filter.whiteListed || teaser.whiteListed) &&
    (!filter.free || lead.seatsFree > 0) &&
    lead.passed === (filter.passed ?? false)
  )
}
