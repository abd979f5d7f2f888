import type { LeadCursor } from '@/domain/match/queries'
import { filterFields, type LeadPlace } from './lead-address'

/** The list that an act on a lead returns to. */
export interface LeadBack {
  filter: LeadPlace
  after: LeadCursor | null
}

/** The hidden field that brings one back to it. */
export function BackFields({ filter, after }: LeadBack) {
  const fields = filterFields(filter)
  if (after) fields.push(['after', `${after.fit}.${after.id}`])
  return <input type="hidden" name="back" value={new URLSearchParams(fields).toString()} readOnly />
}
