import { chains, type Chain } from '@/domain/chain/chain'
import type { FinancingClass } from '@/domain/product/classes'
import type { Criterion, RepaymentMethod, SetFact, SetValue } from '@/domain/product/product'
import type { QualificationKind } from '@/domain/profile/profile'
import { chainShare } from './company-profile'
import type { Random } from './random'

const WAN = 1_000_000

/** One kind of product that financiers offer, with the bands its terms are drawn from. Amounts in 万元. */
export interface ProductShape {
  class: FinancingClass
  names: readonly string[]
  summary: string
  least: readonly number[]
  most: readonly number[]
  tenor: readonly [least: number, most: number] | null
  /** Lowest price, and how much wider the band is, in bp. */
  rate: readonly [low: number, wide: number] | null
  fee: readonly number[]
  repayment: RepaymentMethod
  answerDays: readonly [number, number]
  decisionDays: readonly [number, number]
  criteria: (random: Random) => Criterion[]
}

type RangeOf = Extract<Criterion, { min: number | null }>['fact']
export const atLeast = (fact: RangeOf, min: number, hard = true): Criterion => ({
  fact,
  min,
  max: null,
  hard,
})
export const atMost = (fact: RangeOf, max: number, hard = true): Criterion => ({
  fact,
  min: null,
  max,
  hard,
})
export const oneOf = (fact: SetFact, values: readonly SetValue[], hard = true): Criterion => ({
  fact,
  quantifier: 'any',
  values: [...values],
  hard,
})
export const noneOf = (fact: SetFact, values: readonly SetValue[], hard = true): Criterion => ({
  fact,
  quantifier: 'none',
  values: [...values],
  hard,
})
export const wan = (amount: number) => amount * WAN

export const certified: readonly QualificationKind[] = [
  'technology-sme',
  'high-tech-enterprise',
  'specialised-sme',
]
export const someChains = (random: Random, count: number): Chain[] => {
  const left = [...chains]
  return Array.from({ length: count }, () => {
    const one = random.weighted(left, (chain) => chainShare[chain].companies)
    left.splice(left.indexOf(one), 1)
    return one
  })
}
export const maybe = (random: Random, probability: number, criterion: Criterion): Criterion[] =>
  random.chance(probability) ? [criterion] : []
