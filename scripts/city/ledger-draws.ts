import type { Day } from '@/domain/calendar/calendar'
import type { FinancingClass } from '@/domain/product/classes'
import { basePriceBp } from './ledger-calendar'
import type { Draft } from './ledger-drafts'
import { roundWan } from './need-terms'
import type { Random } from './random'
import { classShape, classTable, productTable } from './tables'
import type { Company, Financier, World } from './world'

const isUnpriced = (name: FinancingClass) =>
  name === 'equity' || name === 'guarantee' || name === 'insurance'

/** Draws the terms of business that came about outside the platform. */
export class LedgerDraws {
  constructor(
    private readonly world: World,
    private readonly random: Random,
  ) {}

  private financierFor(name: FinancingClass): Financier {
    const able = this.world.financiers.filter(({ row }) =>
      productTable.some((shape) => shape.of === row.financierKind && shape.class === name),
    )
    return this.random.weighted(able, ({ weight, row }) =>
      row.financierKind === 'factoring' && name === 'supply-chain-finance' ? weight / 3 : weight,
    )
  }

  draw(company: Company, day: Day, given: Partial<Draft> = {}): Draft {
    const { random } = this
    const shape = given.class
      ? classShape(given.class)
      : random.weighted(classTable, ({ share }) => share)
    const name = shape.class
    const financier = given.financier ?? this.financierFor(name)
    const size = Math.min(2, Math.max(0.6, ((company.profile.staff ?? 40) / 60) ** 0.3))
    const wan = roundWan(random.logNormal(shape.drawn * size, shape.spread))
    const price = basePriceBp(day) + shape.over + random.between(-32, 32)
    return {
      company,
      financier,
      class: name,
      happenedOn: day,
      wan: name === 'equity' ? Math.min(12_000, wan) : wan,
      contractNo: this.world.contractNo(financier, name, day),
      rateBp: isUnpriced(name) ? null : Math.round(price / 5) * 5,
      tenorMonths: random.pick(shape.terms),
      secures: null,
      isNewContract: true,
      grantedBefore: random.int(0, 22),
      grantedShare: random.chance(0.72) ? 1 : random.pick([1.2, 1.5, 2]),
      fate: 'ordinary',
      ...given,
    }
  }
}
