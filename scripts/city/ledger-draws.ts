import type { Day } from '@/domain/calendar/calendar'
import type { FinancingClass } from '@/domain/product/classes'
import { basePriceBp } from './ledger-calendar'
import type { Draft } from './ledger-drafts'
import { roundWan } from './need-terms'
import type { Random } from './random'
import type { Contracts } from './services'
import { classesByKind, type Company, type Financier, type World } from './world'

/** Financing classes of business that came about outside the platform, by share of drawings. */
const classShare: Partial<Record<FinancingClass, number>> = {
  'credit-loan': 43,
  'secured-loan': 25,
  'ip-pledge-loan': 7,
  'supply-chain-finance': 6,
  'venture-debt': 2,
  equity: 5,
  'finance-lease': 5,
  factoring: 4,
  insurance: 2.4,
  guarantee: 1,
  bond: 0.4,
}
const medianWan: Record<FinancingClass, number> = {
  'credit-loan': 230,
  'secured-loan': 420,
  'ip-pledge-loan': 330,
  guarantee: 300,
  equity: 1100,
  'venture-debt': 650,
  'finance-lease': 360,
  factoring: 160,
  'supply-chain-finance': 150,
  insurance: 600,
  bond: 5000,
}
const spread: Partial<Record<FinancingClass, number>> = { equity: 0.9, bond: 0.5, insurance: 0.8 }
const priceOver: Partial<Record<FinancingClass, number>> = {
  'secured-loan': -12,
  'ip-pledge-loan': 14,
  'venture-debt': 75,
  'supply-chain-finance': 10,
  'finance-lease': 110,
  factoring: 140,
  bond: -40,
}
const tenorOf: Partial<Record<FinancingClass, readonly number[]>> = {
  'credit-loan': [12, 12, 12, 24, 36],
  'secured-loan': [12, 24, 36, 36, 60],
  'ip-pledge-loan': [12, 12, 24],
  'venture-debt': [24, 36],
  'supply-chain-finance': [3, 6, 6, 12],
  'finance-lease': [24, 36, 36],
  factoring: [3, 6, 6],
  guarantee: [12, 12, 24],
  insurance: [12],
  bond: [36],
}

/** Draws the terms of business that came about outside the platform. */
export class LedgerDraws {
  constructor(
    private readonly world: World,
    private readonly random: Random,
    private readonly contracts: Contracts,
  ) {}

  private financierFor(name: FinancingClass, not?: Financier): Financier {
    const able = this.world.financiers.filter(
      (one) => classesByKind[one.row.financierKind].includes(name) && one !== not,
    )
    return this.random.weighted(able, ({ weight, row }) =>
      row.financierKind === 'factoring' && name === 'supply-chain-finance' ? weight / 3 : weight,
    )
  }

  draw(company: Company, day: Day, given: Partial<Draft> = {}): Draft {
    const { random } = this
    const name = given.class ?? random.from(classShare)
    const financier = given.financier ?? this.financierFor(name)
    const size = Math.min(2, Math.max(0.6, ((company.profile.staff ?? 40) / 60) ** 0.3))
    const wan = roundWan(random.logNormal(medianWan[name] * size, spread[name] ?? 0.62))
    const isPriced = name !== 'equity' && name !== 'guarantee' && name !== 'insurance'
    return {
      company,
      financier,
      class: name,
      happenedOn: day,
      wan: name === 'equity' ? Math.min(12_000, roundWan(wan)) : wan,
      contractNo: this.contracts.next(financier, name, day),
      rateBp: isPriced
        ? Math.round((basePriceBp(day) + (priceOver[name] ?? 0) + random.between(-32, 32)) / 5) * 5
        : null,
      tenorMonths: random.pick(tenorOf[name] ?? [12]) || null,
      secures: null,
      isNewContract: true,
      grantedBefore: random.int(0, 22),
      grantedShare: random.chance(0.72) ? 1 : random.pick([1.2, 1.5, 2]),
      fate: 'ordinary',
      ...given,
    }
  }
}
