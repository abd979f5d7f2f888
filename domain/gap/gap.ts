/** What is missing: companies that nobody ever served, needs that no product fits, declines by chain. */
import * as z from 'zod'
import type { Day } from '../calendar/calendar'
import type { Chain } from '../chain/chain'
import type { DeclineCode } from '../introduction/introduction'
import type { Rule } from '../match/match'
import type { District, Zone } from '../place/place'
import type { QualificationKind } from '../profile/profile'

/** Whom the map counts: on the white list, with a certificate in force, or known by the ledger alone and not registered. */
export const gapGroups = ['white-list', 'qualified', 'unregistered'] as const
export type GapGroup = (typeof gapGroups)[number]

export interface GapCompany {
  id: string
  name: string
  uscc: string
  district: District | null
  zone: Zone | null
  chains: Chain[]
  isListed: boolean
  qualifications: QualificationKind[]
  isRegistered: boolean
  /** Its open need, and how many products fit it. */
  need: { id: string; fitting: number } | null
}

/** Whether a company is counted in a group: a listed one may be qualified too. */
export function isInGroup(one: GapCompany, group: GapGroup): boolean {
  if (group === 'unregistered') return !one.isRegistered
  return one.isRegistered && (group === 'white-list' ? one.isListed : one.qualifications.length > 0)
}

/** An open need that no product on offer fits, and the rule that stands in the way. */
export interface UnfitNeed {
  id: string
  code: string
  companyId: string
  companyName: string
  openFen: number
  publishedAt: Date | null
  /** The rule by which most products fail it and by nothing else; where there is none, that by which most fail. */
  rule: Rule | null
  /** Products that fail it by this one rule alone, and how many financiers they are of. */
  alone: { products: string[]; financiers: number }
  /** When financiers were told of it last. */
  toldOn: Day | null
}

/** The rule in the way of a need, from the rules by which each product of a class asked for fails it. */
export function blockingRule(
  failed: readonly (readonly Rule[])[],
): { rule: Rule; alone: number[] } | null {
  const alone = new Map<Rule, number[]>()
  const shared = new Map<Rule, number>()
  failed.forEach((rules, place) => {
    for (const rule of rules) shared.set(rule, (shared.get(rule) ?? 0) + 1)
    const [only, another] = rules
    if (only && !another) alone.set(only, [...(alone.get(only) ?? []), place])
  })
  const most = <Value>(counts: Map<Rule, Value>, size: (value: Value) => number) =>
    [...counts].toSorted(([a, x], [b, y]) => size(y) - size(x) || (a < b ? -1 : 1))[0]
  const single = most(alone, (places) => places.length)
  if (single) return { rule: single[0], alone: single[1] }
  const common = most(shared, (count) => count)
  return common ? { rule: common[0], alone: [] } : null
}

/** A decline is shown added up with others of its code and chain: fewer than these are not. */
export const DECLINES_SHOWN_FROM = 5

export interface ChainDeclines {
  chain: Chain | null
  /** Codes with enough declines, most first. */
  codes: { code: DeclineCode; count: number }[]
}

export const inviteSchema = z.object({
  /** Where the letter goes, for a company that has not registered. */
  email: z.email('email').max(200, 'too-long').nullable(),
})
