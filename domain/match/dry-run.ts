/** Whom a product would reach, told in counts from which no company can be made out, and what a looser limit would bring. Pure. */
import type { Chain } from '../chain/chain'
import type { District } from '../place/place'
import {
  isRange,
  probedFacts,
  type Criterion,
  type CriterionFact,
  type ProductTerms,
} from '../product/product'
import { withCosts } from '../product/product-costs'
import { patentBand, staffBand, type Stage } from '../profile/profile'
import type { Rule } from './match'

/** What a financier counts over companies that have not consented is not told below this. */
const FEW_BELOW = 5

/** A count as it may be read: exact, to a multiple of five below it, or only that it is fewer than five. */
export type ShownCount = { kind: 'exact' | 'at-least'; count: number } | { kind: 'few' | 'none' }

/** One limit of the product moved outward. */
export type Loosening =
  | { bound: 'amount-max' | 'amount-min'; fen: number }
  | { bound: 'tenor-max' | 'tenor-min'; months: number }
  /** The lowest rate. */
  | { bound: 'cost'; bp: number }
export type LoosenedBound = Loosening['bound']

interface Counted<Value> {
  value: Value
  companies: number
}

/** Open needs of the product's class, as they are counted: the others are no loss. */
export interface Reach {
  needs: number
  companies: number
  byDistrict: Counted<District>[]
  byChain: Counted<Chain>[]
  byStage: Counted<Stage>[]
  /** White-listed companies with such a need that it would turn away. */
  whiteListedExcluded: number
  /** By how many needs each rule alone turns away. */
  rules: { rule: Rule; needs: number }[]
  /**
   * The outermost figure, within twice of the limit, of the needs that only this limit turns away, and of cost by how many
   * bp the dearest lies over their ceiling; thresholds on confidential facts left aside, or it would tell who passes them.
   */
  edges: Partial<Record<LoosenedBound, number>>
}

/** Companies that a looser limit would reach and that no need of theirs reaches now. */
export interface Gain {
  loosening: Loosening
  companies: number
  whiteListed: number
}

interface Shown<Value> {
  value: Value
  companies: ShownCount
}

export interface DryRun {
  needs: ShownCount
  companies: ShownCount
  byDistrict: Shown<District>[]
  byChain: Shown<Chain>[]
  byStage: Shown<Stage>[]
  whiteListedExcluded: ShownCount
  /** Most first. */
  rules: { rule: Rule; needs: ShownCount }[]
  loosenings: { loosening: Loosening; companies: ShownCount; whiteListed: ShownCount }[]
}

/** A threshold inside a band of the teaser would tell on which side of it a company lies. */
function cutsBand(criterion: Criterion): boolean {
  if (!isRange(criterion)) return false
  const { fact, min, max } = criterion
  const cuts = (least: number) => {
    if (fact === 'age') return least % 12 !== 0
    if (fact === 'staff') return least > 1 && staffBand(least) === staffBand(least - 1)
    return fact === 'patents' && least > 0 && patentBand(least) === patentBand(least - 1)
  }
  return (min !== null && cuts(min)) || (max !== null && cuts(max + 1))
}

/** Whether a test could be moved until a count tells one company apart. */
const tellsApart = (criterion: Criterion): boolean =>
  criterion.hard && (probedFacts.includes(criterion.fact) || cutsBand(criterion))

export function probes({ criteria }: Pick<ProductTerms, 'criteria'>): boolean {
  return criteria.some(tellsApart)
}

/** The same product without the tests by which it could probe. */
export function withoutProbes<Terms extends ProductTerms>(product: Terms): Terms {
  return { ...product, criteria: product.criteria.filter((one) => !tellsApart(one)) }
}

/** The facts whose tests are left aside where a figure is sought. */
export function probedBy({ criteria }: ProductTerms): CriterionFact[] {
  return [...new Set(criteria.filter(tellsApart).map(({ fact }) => fact))]
}

export function shownCount(count: number, coarse: boolean): ShownCount {
  if (count === 0 && !coarse) return { kind: 'none' }
  if (count < FEW_BELOW) return { kind: 'few' }
  return coarse
    ? { kind: 'at-least', count: count - (count % FEW_BELOW) }
    : { kind: 'exact', count }
}

/** Rates move by this much. */
const RATE_STEP_BP = 5

/** The nearest figure of two digits, outward. */
function round(figure: number, outward: 'up' | 'down'): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(figure)) - 1)
  return (outward === 'up' ? Math.ceil(figure / step) : Math.floor(figure / step)) * step
}

/** Each limit moved outward as far as needs lie beyond it, in figures that people use. */
export function looseningsTo(
  edges: Reach['edges'],
  { rateMinBp }: Pick<ProductTerms, 'rateMinBp'>,
): Loosening[] {
  const cut = edges.cost ? Math.ceil(edges.cost / RATE_STEP_BP) * RATE_STEP_BP : 0
  const up = (edge: number | undefined) => (edge ? round(edge, 'up') : null)
  const down = (edge: number | undefined) => (edge ? round(edge, 'down') : null)
  const found = [
    { bound: 'amount-max' as const, fen: up(edges['amount-max']) },
    { bound: 'amount-min' as const, fen: down(edges['amount-min']) },
    { bound: 'tenor-max' as const, months: up(edges['tenor-max']) },
    { bound: 'tenor-min' as const, months: down(edges['tenor-min']) },
    {
      bound: 'cost' as const,
      bp: cut > 0 && rateMinBp !== null && rateMinBp > cut ? rateMinBp - cut : null,
    },
  ]
  return found.filter((one): one is Loosening => !Object.values(one).includes(null))
}

export function loosened(product: ProductTerms, loosening: Loosening): ProductTerms {
  switch (loosening.bound) {
    case 'amount-max':
      return { ...product, amountMaxFen: loosening.fen }
    case 'amount-min':
      return { ...product, amountMinFen: loosening.fen }
    case 'tenor-max':
      return withCosts({ ...product, tenorMaxMonths: loosening.months })
    case 'tenor-min':
      return withCosts({ ...product, tenorMinMonths: loosening.months })
    case 'cost':
      return withCosts({ ...product, rateMinBp: loosening.bp })
  }
}

/** What a count may be sorted by: the order of two that read the same would tell which is more. */
function rank(shown: ShownCount): number {
  return 'count' in shown ? shown.count : shown.kind === 'few' ? 1 : 0
}

/** Largest first. Where counts are coarse, a value that is there with fewer than five would tell of one company. */
function shownParts<Part, Name extends string>(
  parts: readonly Part[],
  coarse: boolean,
  read: (part: Part) => { name: Name; count: number },
): { name: Name; count: ShownCount }[] {
  return parts
    .map(read)
    .map(({ name, count }) => ({ name, count: shownCount(count, coarse) }))
    .filter(({ count: { kind } }) => kind !== 'none' && !(coarse && kind === 'few'))
    .toSorted((a, b) => rank(b.count) - rank(a.count) || (a.name < b.name ? -1 : 1))
}

function shownValues<Value extends string>(
  parts: readonly Counted<Value>[],
  coarse: boolean,
): Shown<Value>[] {
  return shownParts(parts, coarse, ({ value, companies }) => ({
    name: value,
    count: companies,
  })).map(({ name, count }) => ({ value: name, companies: count }))
}

/** What of a reach may be read. Stage and white-list standing are confidential whatever the product tests. */
export function shownReach(product: ProductTerms, reach: Reach, gains: readonly Gain[]): DryRun {
  const coarse = probes(product)
  return {
    needs: shownCount(reach.needs, coarse),
    companies: shownCount(reach.companies, coarse),
    byDistrict: shownValues(reach.byDistrict, coarse),
    byChain: shownValues(reach.byChain, coarse),
    byStage: shownValues(reach.byStage, true),
    whiteListedExcluded: shownCount(reach.whiteListedExcluded, true),
    rules: shownParts(reach.rules, coarse, ({ rule, needs }) => ({
      name: rule,
      count: needs,
    })).map(({ name, count }) => ({ rule: name, needs: count })),
    loosenings: gains
      .filter(({ companies }) => companies >= FEW_BELOW)
      .map(({ loosening, companies, whiteListed }) => ({
        loosening,
        companies: shownCount(companies, coarse),
        whiteListed: shownCount(whiteListed, true),
      }))
      .toSorted((a, b) => rank(b.companies) - rank(a.companies)),
  }
}
