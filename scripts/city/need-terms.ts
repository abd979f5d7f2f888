import { addDays, type Day } from '@/domain/calendar/calendar'
import type { NeedTerms } from '@/domain/need/need'
import type { FinancingClass } from '@/domain/product/classes'
import type { CollateralKind } from '@/domain/profile/profile'
import type { Random } from './random'
import { classShape, classTable, WAN, wordsOf } from './tables'
import type { Company } from './world'

/** Sums as people say them: 80, 260, 1,200 and 15,000, never 1,237. */
export function roundWan(amount: number): number {
  const step = amount < 100 ? 10 : amount < 500 ? 20 : amount < 2000 ? 100 : 500
  return Math.max(20, Math.round(amount / step) * step)
}

function drawClasses(random: Random, { profile }: Company): FinancingClass[] {
  const young = profile.stage === 'seed' || profile.stage === 'start-up' ? 'young' : profile.stage
  const has: (string | null)[] = [...profile.collateral, young]
  const first = random.weighted(classTable, ({ asks, where, then }) =>
    has.includes(where) ? then : asks,
  )
  const more = random.some(first.beside, Number(random.from({ 0: 55, 1: 32, 2: 13 })))
  return [first.class, ...more]
}

export function drawTerms(random: Random, company: Company, on: Day): NeedTerms {
  const { profile } = company
  const classes = drawClasses(random, company)
  const [first = 'credit-loan'] = classes
  const size = Math.min(2.4, Math.max(0.5, ((profile.staff ?? 40) / 60) ** 0.45))
  const { wan, tenors, uses } = classShape(first)
  const amount = roundWan(random.logNormal(wan * size, 0.55))
  const inParts = amount >= 300 && random.chance(0.14)
  const useKind = random.pick(uses)
  const needed: Partial<Record<FinancingClass, CollateralKind[]>> = {
    'ip-pledge-loan': ['patents'],
    'supply-chain-finance': ['orders'],
    factoring: ['receivables'],
    'secured-loan': profile.collateral.includes('real-estate')
      ? ['real-estate']
      : random.chance(0.5)
        ? ['equipment']
        : ['third-party-guarantee'],
    'finance-lease': random.chance(0.5) ? ['equipment'] : [],
  }
  const offered = random.some(profile.collateral, random.int(0, 2))
  const collateral = [...new Set([...classes.flatMap((one) => needed[one] ?? []), ...offered])]
  return {
    classes,
    useKind,
    words: random.chance(0.7) ? random.pick(wordsOf(useKind)) : null,
    amountFen: amount * WAN,
    leastFen: random.chance(0.45)
      ? Math.min(amount, roundWan(amount * random.between(0.5, 0.8))) * WAN
      : null,
    inParts,
    partFen: inParts ? roundWan(amount / 3) * WAN : null,
    tenorMonths: classes.every((one) => one === 'equity') ? null : random.pick(tenors),
    collateral,
    maxCostBp:
      first === 'equity' || random.chance(0.35)
        ? null
        : random.int(19, 26) * 20 + (first === 'finance-lease' || first === 'factoring' ? 160 : 0),
    wantedBy: addDays(on, random.int(32, 80)),
    showWhiteList: company.whiteList.length > 0 && random.chance(0.6),
  }
}
