/** A million open needs and twenty thousand products, each drawn from its own seed, so that any of them can be had alone. */
import { addDays, type Day } from '@/domain/calendar/calendar'
import { chains } from '@/domain/chain/chain'
import type { JudgedNeed } from '@/domain/match/match'
import { emptyTerms, useKinds } from '@/domain/need/need'
import { districts, zones } from '@/domain/place/place'
import { classes, comparesCost, type FinancingClass } from '@/domain/product/classes'
import type {
  Criterion,
  ProductTerms,
  Quantifier,
  RangeFact,
  SetFact,
  SetValue,
} from '@/domain/product/product'
import {
  collateralKinds,
  emptyProfile,
  factsOf,
  qualificationKinds,
  stages,
} from '@/domain/profile/profile'

export const TODAY: Day = '2024-05-15'
const WAN = 1_000_000

/** mulberry32: a few operations a number, and a new stream costs nothing. */
class Dice {
  private state: number

  constructor(seed: number) {
    this.state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b)
    this.next()
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  int(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  /** Even over magnitudes, as amounts and head counts are. */
  scale(least: number, most: number, step: number): number {
    return Math.max(step, Math.round((least * (most / least) ** this.next()) / step) * step)
  }

  pick<Value>(list: readonly Value[]): Value {
    return list[this.int(0, list.length - 1)]!
  }

  /** The first of a list more often than the last. */
  lean<Value>(list: readonly Value[]): Value {
    return list[Math.floor(list.length * this.next() * this.next())]!
  }

  some<Value>(list: readonly Value[], count: number): Value[] {
    const found = new Set<Value>()
    while (found.size < count) found.add(this.lean(list))
    return [...found]
  }

  maybe<Value>(known: number, value: () => Value): Value | null {
    return this.chance(known) ? value() : null
  }
}

/** In the order of how often they are asked for; `lean` draws the first nine times as often as the middle. */
const common: readonly FinancingClass[] = [
  'credit-loan',
  'secured-loan',
  'equity',
  'ip-pledge-loan',
  'guarantee',
  'finance-lease',
  'factoring',
  'venture-debt',
  'supply-chain-finance',
  'insurance',
  'bond',
]
const tenors = [12, 12, 12, 6, 24, 36, 36, 60]

export function needAt(place: number): JudgedNeed {
  const dice = new Dice(place)
  const wanted = dice.some(common, dice.chance(0.55) ? 1 : dice.int(2, 3))
  const amountFen = dice.scale(50 * WAN, 10_000 * WAN, 10 * WAN)
  const inParts = dice.chance(0.2)
  const year = (of: number) => ({
    year: of,
    revenueFen: dice.maybe(0.85, () => dice.scale(100 * WAN, 50_000 * WAN, WAN)),
    profitFen: dice.maybe(0.8, () => dice.int(-300, 2_000) * WAN),
    rdSpendFen: dice.maybe(0.6, () => dice.scale(20 * WAN, 5_000 * WAN, WAN)),
  })
  const validFrom = () => addDays(TODAY, -dice.int(1, 1_400))
  return {
    openFen: amountFen,
    terms: {
      ...emptyTerms,
      classes: classes.filter((name) => wanted.includes(name)),
      useKind: dice.lean(useKinds),
      amountFen,
      inParts,
      partFen: inParts ? Math.ceil(amountFen / dice.int(2, 5)) : null,
      tenorMonths: dice.maybe(0.95, () => dice.pick(tenors)),
      collateral: dice.chance(0.45) ? [] : dice.some(collateralKinds, dice.int(1, 3)),
      maxCostBp: dice.maybe(0.85, () => dice.int(6, 24) * 50),
      wantedBy: addDays(TODAY, dice.int(20, 180)),
    },
    facts: {
      ...factsOf(emptyProfile, dice.chance(0.01) ? [dice.pick(chains)] : [], TODAY),
      certificatesKnown: true,
      district: dice.lean(districts),
      zone: dice.maybe(0.6, () => dice.lean(zones)),
      chains: dice.some(chains, dice.chance(0.8) ? 1 : 2),
      stage: dice.pick(stages),
      foundedOn: addDays(TODAY, -dice.scale(60, 9_000, 1)),
      staff: dice.scale(5, 2_000, 1),
      rdStaff: dice.maybe(0.7, () => dice.scale(2, 300, 1)),
      debtRatioBp: dice.maybe(0.7, () => dice.int(5, 95) * 100),
      inventionPatents: dice.maybe(0.9, () => Math.floor(dice.scale(1, 60, 1) - 1)),
      otherPatents: dice.maybe(0.7, () => Math.floor(dice.scale(1, 80, 1) - 1)),
      years: dice.chance(0.1) ? [] : [year(2022), year(2023)],
      qualifications: dice
        .some(qualificationKinds, dice.int(0, 3))
        .map((kind) => ({ kind, from: validFrom() }))
        .map(({ kind, from }) => ({
          kind,
          level: 'municipal',
          number: null,
          issuer: null,
          validFrom: from,
          validTo: dice.chance(0.2) ? null : addDays(from, 1_095),
        })),
    },
  }
}

const range = (fact: RangeFact, min: number | null, max: number | null) => ({ fact, min, max })
const set = (fact: SetFact, values: SetValue[], quantifier: Quantifier = 'any') => ({
  fact,
  quantifier,
  values,
})

/** What products ask for, with how many of them decide by it; a third as many only prefer it. */
const asked: readonly [share: number, (dice: Dice) => object][] = [
  [0.2, (dice) => set('district', dice.some(districts, dice.int(3, 6)))],
  [0.12, (dice) => set('zone', dice.some(zones, dice.int(1, 2)))],
  [0.45, (dice) => set('chain', dice.some(chains, dice.int(2, 5)))],
  [0.35, (dice) => set('stage', dice.some(stages, dice.int(2, 3)))],
  [0.45, (dice) => set('qualification', dice.some(qualificationKinds, dice.int(1, 3)))],
  [0.03, (dice) => set('qualification', dice.some(qualificationKinds, 2), 'all')],
  [0.2, (dice) => set('collateral', dice.some(collateralKinds, dice.int(1, 3)))],
  [0.15, (dice) => set('use', dice.some(useKinds, dice.int(1, 2)), 'none')],
  [0.4, (dice) => range('age', dice.pick([12, 24, 36]), null)],
  [0.1, (dice) => range('staff', dice.pick([10, 20, 50]), null)],
  [0.35, (dice) => range('revenue', dice.pick([500, 1_000, 3_000]) * WAN, null)],
  [0.05, (dice) => range('profit', 0, dice.pick([1_000, 1_500]) * WAN)],
  [0.08, (dice) => range('rd-spend', dice.pick([100, 300]) * WAN, null)],
  [0.05, (dice) => range('rd-staff', dice.pick([5, 10]), null)],
  [0.3, (dice) => range('debt-ratio', null, dice.pick([60, 65, 70, 75]) * 100)],
  [0.25, (dice) => range('patents', dice.pick([1, 3, 5]), null)],
  [0.2, () => ({ fact: 'profitable' })],
  [0.02, () => ({ fact: 'white-listed' })],
]

export function productAt(place: number): ProductTerms {
  const dice = new Dice(-1 - place)
  const name = dice.lean(common)
  const amountMinFen = dice.scale(20 * WAN, 500 * WAN, 10 * WAN)
  const least = dice.pick([3, 6, 12])
  const criteria = asked.flatMap(([share, draw]) => {
    const drawn = dice.next()
    return drawn < share * 1.33 ? [{ ...draw(dice), hard: drawn < share } as Criterion] : []
  })
  const months = dice.pick([2, 3, 5]) * least
  const rateMinBp = name === 'equity' ? null : dice.int(28, 60) * 10
  return {
    class: name,
    amountMinFen,
    amountMaxFen: amountMinFen * dice.pick([2, 5, 10, 20, 50]),
    tenorMinMonths: name === 'equity' ? null : least,
    tenorMaxMonths: name === 'equity' ? null : months,
    rateMinBp,
    rateMaxBp: null,
    feeBp: 0,
    repayment: 'bullet',
    // The same at every tenor, so that peers may compare it as one figure.
    costsBp:
      rateMinBp === null || !comparesCost(name)
        ? null
        : Array<number>(months - least + 1).fill(rateMinBp),
    criteria,
  }
}

/** Two hundred characters, as brands draw on many. */
const brands = Array.from({ length: 200 }, (_, place) => String.fromCodePoint(0x5e00 + 7 * place))
const trades = [
  ['光电', 12],
  ['软件', 12],
  ['数据', 12],
  ['机电', 10],
  ['生物', 10],
  ['新材', 9],
  ['航空', 9],
  ['电气', 8],
  ['医疗', 8],
  ['能源', 7],
  ['仪表', 1],
  ['钛业', 0.4],
  ['轴承', 0.3],
  ['氢能', 0.2],
  ['雷达', 0.15],
  ['量子', 0.1],
  ['靶材', 0.05],
  ['芯片', 0.02],
] as const
const heaviest = trades.reduce((sum, [, weight]) => sum + weight, 0)
/** Words of two characters that few of the names hold, and that people look for. */
export const rareWords = trades.filter(([, weight]) => weight < 0.5).map(([word]) => word)

export function nameAt(place: number): string {
  const dice = new Dice(place ^ 0x5bd1e995)
  let at = dice.next() * heaviest
  const [trade] = trades.find(([, weight]) => (at -= weight) < 0) ?? trades[0]
  return `西安${dice.pick(brands)}${dice.pick(brands)}${dice.pick(brands)}${trade}科技有限公司`
}

const kinds = { need: '8', company: '9', financier: 'a', product: 'b' } as const

/** An id of a kind: in their order, as UUIDv7s are in the order of time. */
export function idAt(kind: keyof typeof kinds, place: number): string {
  const tail = place.toString(16).padStart(12, '0')
  return `01900000-0000-7000-${kinds[kind]}000-${tail}`
}
