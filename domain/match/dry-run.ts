/** Whom a product would reach, told in bands from which no company can be made out, and what a looser limit would reach. Pure. */
import type { Chain } from '../chain/chain'
import type { District } from '../place/place'
import type { ProductTerms } from '../product/product'
import { withCosts } from '../product/product-costs'
import type { Stage } from '../profile/profile'
import type { Rule } from './match'

/** How what a financier counts over companies that have not consented is told; none is among the fewest. */
export const countBands = ['few', 'from5', 'from10', 'from20', 'from50'] as const
export type CountBand = (typeof countBands)[number]
const begins = [5, 10, 20, 50]

export function countBand(count: number): CountBand {
  return countBands[begins.filter((least) => count >= least).length] ?? 'from50'
}

const rank = (band: CountBand) => countBands.indexOf(band)

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

/** Open needs of the product's class, as they are counted by their teasers: the others are no loss. */
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
   * bp the dearest lies over their ceiling.
   */
  edges: Partial<Record<LoosenedBound, number>>
}

/** Companies that a looser limit would reach besides. */
export interface Gain {
  loosening: Loosening
  companies: number
}

export interface DryRun {
  needs: CountBand
  companies: CountBand
  byDistrict: { value: District; companies: CountBand }[]
  byChain: { value: Chain; companies: CountBand }[]
  byStage: { value: Stage; companies: CountBand }[]
  whiteListedExcluded: CountBand
  /** Most first. */
  rules: { rule: Rule; needs: CountBand }[]
  /** How many it would reach in all: how many more would be a difference. */
  loosenings: { loosening: Loosening; companies: CountBand }[]
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

/** Largest first; what is there with fewer than five would tell of one company. */
function shownParts<Part, Name extends string>(
  parts: readonly Part[],
  read: (part: Part) => { name: Name; count: number },
): { name: Name; band: CountBand }[] {
  return parts
    .map(read)
    .map(({ name, count }) => ({ name, band: countBand(count) }))
    .filter(({ band }) => band !== 'few')
    .toSorted((a, b) => rank(b.band) - rank(a.band) || (a.name < b.name ? -1 : 1))
}

function shownValues<Value extends string>(parts: readonly Counted<Value>[]) {
  return shownParts(parts, ({ value, companies }) => ({ name: value, count: companies })).map(
    ({ name, band }) => ({ value: name, companies: band }),
  )
}

/** What of a reach may be read. */
export function shownReach(reach: Reach, gains: readonly Gain[]): DryRun {
  const companies = countBand(reach.companies)
  return {
    needs: countBand(reach.needs),
    companies,
    byDistrict: shownValues(reach.byDistrict),
    byChain: shownValues(reach.byChain),
    byStage: shownValues(reach.byStage),
    whiteListedExcluded: countBand(reach.whiteListedExcluded),
    rules: shownParts(reach.rules, ({ rule, needs }) => ({ name: rule, count: needs })).map(
      ({ name, band }) => ({ rule: name, needs: band }),
    ),
    loosenings: gains
      .map((gain) => ({
        loosening: gain.loosening,
        companies: countBand(reach.companies + gain.companies),
      }))
      .filter((one) => rank(one.companies) > rank(companies))
      .toSorted((a, b) => rank(b.companies) - rank(a.companies)),
  }
}
