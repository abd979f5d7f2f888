import { addDays, type Day } from '@/domain/calendar/calendar'
import type { NeedTerms, UseKind } from '@/domain/need/need'
import type { FinancingClass } from '@/domain/product/classes'
import type { CollateralKind } from '@/domain/profile/profile'
import type { Random } from './random'
import { useWords } from './words'
import type { Company } from './world'

const WAN = 1_000_000

/** 万元 asked for in the middle, by class. */
const medians: Record<FinancingClass, number> = {
  'credit-loan': 260,
  'secured-loan': 450,
  'ip-pledge-loan': 380,
  guarantee: 300,
  equity: 1500,
  'venture-debt': 800,
  'finance-lease': 420,
  factoring: 220,
  'supply-chain-finance': 200,
  insurance: 500,
  bond: 8000,
}

const tenors: Record<FinancingClass, readonly number[]> = {
  'credit-loan': [6, 12, 12, 12, 24, 24, 36],
  'secured-loan': [12, 24, 36, 36, 60],
  'ip-pledge-loan': [12, 12, 24, 36],
  guarantee: [12, 12, 24],
  equity: [36],
  'venture-debt': [12, 24, 36],
  'finance-lease': [24, 36, 36, 48],
  factoring: [3, 6, 6, 12],
  'supply-chain-finance': [3, 6, 6, 12],
  insurance: [12, 24],
  bond: [24, 36],
}

const uses: Record<FinancingClass, readonly UseKind[]> = {
  'credit-loan': ['working-capital', 'materials', 'research', 'market', 'refinancing', 'materials'],
  'secured-loan': ['expansion', 'equipment', 'materials', 'premises', 'working-capital'],
  'ip-pledge-loan': ['research', 'working-capital', 'materials'],
  guarantee: ['materials', 'working-capital', 'research'],
  equity: ['research', 'expansion', 'market'],
  'venture-debt': ['research', 'expansion', 'market'],
  'finance-lease': ['equipment', 'expansion'],
  factoring: ['working-capital', 'materials'],
  'supply-chain-finance': ['materials', 'working-capital'],
  insurance: ['research', 'market', 'equipment'],
  bond: ['expansion', 'refinancing'],
}

/** Sums as people say them: 80, 260, 1,200 and 15,000, never 1,237. */
export function roundWan(amount: number): number {
  const step = amount < 100 ? 10 : amount < 500 ? 20 : amount < 2000 ? 100 : 500
  return Math.max(20, Math.round(amount / step) * step)
}

function drawClasses(random: Random, { profile }: Company): FinancingClass[] {
  const has = (kind: CollateralKind) => profile.collateral.includes(kind)
  const isYoung = profile.stage === 'seed' || profile.stage === 'start-up'
  const first = random.from<FinancingClass>({
    'credit-loan': 44,
    'secured-loan': has('real-estate') ? 30 : 13,
    'ip-pledge-loan': has('patents') ? 15 : 0,
    'supply-chain-finance': has('orders') ? 11 : 1,
    factoring: has('receivables') ? 9 : 0,
    equity: isYoung ? 16 : 6,
    'venture-debt': isYoung ? 4 : 3,
    'finance-lease': has('equipment') ? 8 : 3,
    guarantee: 1,
    insurance: 2,
    bond: profile.stage === 'mature' ? 3 : 0,
  })
  const beside: Partial<Record<FinancingClass, FinancingClass[]>> = {
    'credit-loan': ['secured-loan', 'guarantee', 'supply-chain-finance', 'ip-pledge-loan'],
    'secured-loan': ['credit-loan', 'finance-lease', 'guarantee'],
    'ip-pledge-loan': ['credit-loan', 'venture-debt'],
    equity: ['venture-debt'],
    'venture-debt': ['equity', 'credit-loan'],
    factoring: ['supply-chain-finance'],
  }
  const more = random.some(beside[first] ?? [], Number(random.from({ 0: 55, 1: 32, 2: 13 })))
  return [first, ...more]
}

export function drawTerms(random: Random, company: Company, on: Day): NeedTerms {
  const { profile } = company
  const classes = drawClasses(random, company)
  const [first = 'credit-loan'] = classes
  const size = Math.min(2.4, Math.max(0.5, ((profile.staff ?? 40) / 60) ** 0.45))
  const amount = roundWan(random.logNormal(medians[first] * size, 0.55))
  const inParts = amount >= 300 && random.chance(0.14)
  const useKind = random.pick(uses[first])
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
    words: random.chance(0.7) ? random.pick(useWords[useKind]) : null,
    amountFen: amount * WAN,
    leastFen: random.chance(0.45)
      ? Math.min(amount, roundWan(amount * random.between(0.5, 0.8))) * WAN
      : null,
    inParts,
    partFen: inParts ? roundWan(amount / 3) * WAN : null,
    tenorMonths: classes.every((one) => one === 'equity') ? null : random.pick(tenors[first]),
    collateral,
    maxCostBp:
      first === 'equity' || random.chance(0.35)
        ? null
        : random.int(19, 26) * 20 + (first === 'finance-lease' || first === 'factoring' ? 160 : 0),
    wantedBy: addDays(on, random.int(32, 80)),
    showWhiteList: company.whiteList.length > 0 && random.chance(0.6),
  }
}
