import { addressOf } from '@/app/address'
import type { GapGroup } from '@/domain/gap/gap'
import type { Rule } from '@/domain/match/match'
import type { Zone } from '@/domain/place/place'

export interface GapFilter {
  of?: GapGroup
  zone?: Zone | 'none'
}

/** Where a figure of never-served companies opens. */
export function companiesOf({ of, zone }: GapFilter): string {
  return addressOf('/official/missing/companies', {}, { of, zone })
}

/** Where a figure of needs without a product opens: those that one rule blocks, or all. */
export function needsOf(rule?: Rule): string {
  return addressOf('/official/missing/needs', {}, { rule })
}
