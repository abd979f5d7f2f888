/** Whom a product would reach before it is on offer, which rule costs most, and what a wider limit would bring. Pure. */
import type { Day } from '../calendar/calendar'
import { chains, type Chain } from '../chain/chain'
import { districts, type District } from '../place/place'
import { hiddenFacts, type CriterionFact, type ProductTerms } from '../product/product'
import { stages, type Stage } from '../profile/profile'
import { judge } from './judge'
import { noRecord, type JudgedNeed, type Rule } from './match'

/** What a financier counts over companies that have not consented is not told below this. */
const FEW_BELOW = 5

export interface OpenNeed extends JudgedNeed {
  companyId: string
}

/** A count as it may be read: exact, to a multiple of five below it, or only that it is fewer than five. */
export type ShownCount = { kind: 'exact' | 'at-least'; count: number } | { kind: 'few' | 'none' }

/** One limit of the product moved outward. */
export type Widening =
  | { bound: 'amount-max' | 'amount-min'; fen: number }
  | { bound: 'tenor-max' | 'tenor-min'; months: number }
  | { bound: 'cost'; bp: number }

export interface DryRun {
  needs: ShownCount
  companies: ShownCount
  byDistrict: { value: District; companies: ShownCount }[]
  byChain: { value: Chain; companies: ShownCount }[]
  byStage: { value: Stage; companies: ShownCount }[]
  /** White-listed companies with an open need of this class that it would turn away. */
  whiteListedExcluded: ShownCount
  /** Rules by how many needs each alone turns away, most first. */
  rules: { rule: Rule; needs: ShownCount }[]
  widenings: { widening: Widening; companies: ShownCount; whiteListed: ShownCount }[]
}

/** Thresholds on what the teaser does not hold could be moved until a count tells one company apart. */
function probes({ criteria }: ProductTerms): boolean {
  const hidden: readonly CriterionFact[] = [...hiddenFacts, 'white-listed']
  return criteria.some(({ fact }) => hidden.includes(fact))
}

export function shownCount(count: number, coarse: boolean): ShownCount {
  if (count === 0 && !coarse) return { kind: 'none' }
  if (count < FEW_BELOW) return { kind: 'few' }
  return coarse
    ? { kind: 'at-least', count: count - (count % FEW_BELOW) }
    : { kind: 'exact', count }
}

const isWhiteListed = ({ facts }: JudgedNeed) => facts.whiteListed.length > 0
const companiesOf = (needs: readonly OpenNeed[]) =>
  new Set(needs.map(({ companyId }) => companyId)).size

/** The nearest figure of two digits, outward. */
function round(figure: number, outward: 'up' | 'down'): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(figure)) - 1)
  return (outward === 'up' ? Math.ceil(figure / step) : Math.floor(figure / step)) * step
}

/** Each limit moved outward as far as needs lie within twice of it, in figures that people use. */
function widenings(product: ProductTerms, turnedAway: Map<Rule, OpenNeed[]>): Widening[] {
  const { amountMinFen: least, amountMaxFen: most, tenorMinMonths, tenorMaxMonths } = product
  const amounts = (turnedAway.get('amount') ?? []).map(({ openFen }) => openFen)
  const tenors = (turnedAway.get('tenor') ?? []).flatMap(({ terms }) => terms.tenorMonths ?? [])
  const costs = (turnedAway.get('cost') ?? []).flatMap(({ terms }) => terms.maxCostBp ?? [])
  const above = (figures: number[], limit: number) =>
    figures.filter((figure) => figure > limit && figure <= 2 * limit)
  const below = (figures: number[], limit: number) =>
    figures.filter((figure) => figure < limit && 2 * figure >= limit)
  const found: (Widening | null)[] = [
    outermost(above(amounts, most), 'up', (fen) => ({ bound: 'amount-max', fen })),
    outermost(below(amounts, least), 'down', (fen) => ({ bound: 'amount-min', fen })),
    tenorMaxMonths === null
      ? null
      : outermost(above(tenors, tenorMaxMonths), 'up', (months) => ({
          bound: 'tenor-max',
          months,
        })),
    tenorMinMonths === null
      ? null
      : outermost(below(tenors, tenorMinMonths), 'down', (months) => ({
          bound: 'tenor-min',
          months,
        })),
    product.rateMinBp === null
      ? null
      : outermost(below(costs, product.rateMinBp), 'down', (bp) => ({ bound: 'cost', bp })),
  ]
  return found.filter((widening) => widening !== null)
}

function outermost(
  figures: readonly number[],
  outward: 'up' | 'down',
  widen: (figure: number) => Widening,
): Widening | null {
  if (figures.length === 0) return null
  const edge = outward === 'up' ? Math.max(...figures) : Math.min(...figures)
  return widen(round(edge, outward))
}

export function widened(product: ProductTerms, widening: Widening): ProductTerms {
  switch (widening.bound) {
    case 'amount-max':
      return { ...product, amountMaxFen: widening.fen }
    case 'amount-min':
      return { ...product, amountMinFen: widening.fen }
    case 'tenor-max':
      return { ...product, tenorMaxMonths: widening.months }
    case 'tenor-min':
      return { ...product, tenorMinMonths: widening.months }
    case 'cost':
      return { ...product, rateMinBp: widening.bp }
  }
}

/** Companies of each value, largest first; a company may stand in several chains. */
function spread<Value extends string>(
  values: readonly Value[],
  needs: readonly OpenNeed[],
  of: (need: OpenNeed) => readonly (Value | null)[],
  coarse: boolean,
) {
  return values
    .map((value) => ({ value, count: companiesOf(needs.filter((one) => of(one).includes(value))) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .map(({ value, count }) => ({ value, companies: shownCount(count, coarse) }))
}

/** Only needs that would take this class are counted: the others are no loss. */
export function dryRun(product: ProductTerms, open: readonly OpenNeed[], today: Day): DryRun {
  const coarse = probes(product)
  const wanted = open.filter(({ terms }) => terms.classes.includes(product.class))
  const judged = wanted.map((need) => {
    const { eligible, rows } = judge(need, product, today, noRecord)
    const failing = rows.filter(({ hard, verdict }) => hard && verdict === 'fail')
    return { need, eligible, rules: [...new Set(failing.map(({ rule }) => rule))] }
  })
  const reached = judged.filter(({ eligible }) => eligible).map(({ need }) => need)
  const turnedAway = new Map<Rule, OpenNeed[]>()
  for (const { need, rules } of judged) {
    const [only] = rules
    if (rules.length === 1 && only) turnedAway.set(only, [...(turnedAway.get(only) ?? []), need])
  }
  const fits = (need: OpenNeed, terms: ProductTerms) => judge(need, terms, today, noRecord).eligible
  const gained = widenings(product, turnedAway).map((widening) => {
    const more = judged
      .filter(({ eligible, need }) => !eligible && fits(need, widened(product, widening)))
      .map(({ need }) => need)
    return { widening, more }
  })
  const excluded = judged.filter(({ eligible, need }) => !eligible && isWhiteListed(need))
  return {
    needs: shownCount(reached.length, coarse),
    companies: shownCount(companiesOf(reached), coarse),
    byDistrict: spread(districts, reached, ({ facts }) => [facts.district], coarse),
    byChain: spread(chains, reached, ({ facts }) => facts.chains, coarse),
    byStage: spread(stages, reached, ({ facts }) => [facts.stage], coarse),
    whiteListedExcluded: shownCount(companiesOf(excluded.map(({ need }) => need)), coarse),
    rules: [...turnedAway]
      .toSorted(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1))
      .map(([rule, needs]) => ({ rule, needs: shownCount(needs.length, coarse) })),
    widenings: gained
      .filter(({ more }) => companiesOf(more) >= FEW_BELOW)
      .toSorted((a, b) => b.more.length - a.more.length)
      .map(({ widening, more }) => ({
        widening,
        companies: shownCount(companiesOf(more), coarse),
        whiteListed: shownCount(companiesOf(more.filter(isWhiteListed)), coarse),
      })),
  }
}
