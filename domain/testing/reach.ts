/** Whom a product would reach by the judge alone, need by need: what the counting in SQL is held against. */
import type { Day } from '../calendar/calendar'
import { chains } from '../chain/chain'
import { loosened, type Gain, type Reach, type Loosening } from '../match/dry-run'
import { leastPart } from '../match/bits'
import { judge } from '../match/judge'
import { codesOf, flagOf } from '../match/known-facts'
import { noRecord, type JudgedNeed, type Rule } from '../match/match'
import { districts } from '../place/place'
import type { ProductTerms } from '../product/product'
import { costAt } from '../product/product-costs'
import { stages } from '../profile/profile'

export interface OpenNeed extends JudgedNeed {
  companyId: string
}

const companiesOf = (needs: readonly OpenNeed[]) => new Set(needs.map((one) => one.companyId)).size
const isWhiteListed = (one: JudgedNeed) => flagOf('white-listed', one) === true
const wanting = (open: readonly OpenNeed[], product: ProductTerms) =>
  open.filter(({ terms, openFen }) => openFen > 0 && terms.classes.includes(product.class))

function failing(one: OpenNeed, product: ProductTerms, today: Day): Rule[] {
  const rows = judge(one, product, today, noRecord).rows
  return [
    ...new Set(
      rows.filter(({ hard, verdict }) => hard && verdict === 'fail').map(({ rule }) => rule),
    ),
  ]
}

const fits = (product: ProductTerms, today: Day) => (one: OpenNeed) =>
  failing(one, product, today).length === 0

function spread<Value extends string>(
  values: readonly Value[],
  needs: readonly OpenNeed[],
  of: (one: OpenNeed) => string | readonly string[],
) {
  return values
    .map((value) => ({
      value,
      companies: companiesOf(needs.filter((one) => [of(one)].flat().includes(value))),
    }))
    .filter(({ companies }) => companies > 0)
}

function edges(open: readonly OpenNeed[], product: ProductTerms, today: Day): Reach['edges'] {
  const only = (rule: Rule) => open.filter((one) => failing(one, product, today).join() === rule)
  const most = (figures: number[], limit: number | null) =>
    limit === null ? [] : figures.filter((figure) => figure > limit && figure <= 2 * limit)
  const least = (figures: number[], limit: number | null) =>
    limit === null
      ? []
      : figures.filter((figure) => figure < limit && 2 * figure >= limit && figure > 0)
  const tenors = only('tenor').flatMap(({ terms }) => terms.tenorMonths ?? [])
  const found = {
    'amount-max': Math.max(...most(only('amount').map(leastPart), product.amountMaxFen)),
    'amount-min': Math.min(
      ...least(
        only('amount').map(({ openFen }) => openFen),
        product.amountMinFen,
      ),
    ),
    'tenor-max': Math.max(...most(tenors, product.tenorMaxMonths)),
    'tenor-min': Math.min(...least(tenors, product.tenorMinMonths)),
    cost: Math.max(
      ...only('cost').flatMap(({ terms: { maxCostBp, tenorMonths } }) => {
        const price = costAt(product, tenorMonths)
        return maxCostBp === null || price === null || price > 2 * maxCostBp
          ? []
          : [price - maxCostBp]
      }),
    ),
  }
  return Object.fromEntries(Object.entries(found).filter(([, figure]) => Number.isFinite(figure)))
}

export function reachByJudge(product: ProductTerms, all: readonly OpenNeed[], today: Day): Reach {
  const open = wanting(all, product)
  const reached = open.filter(fits(product, today))
  const alone = open.map((one) => failing(one, product, today)).filter(({ length }) => length === 1)
  return {
    needs: reached.length,
    companies: companiesOf(reached),
    byDistrict: spread(districts, reached, (one) => codesOf('district', one, today) ?? []),
    byChain: spread(chains, reached, (one) => codesOf('chain', one, today) ?? []),
    byStage: spread(stages, reached, ({ facts }) => facts.stage ?? []),
    whiteListedExcluded: companiesOf(
      open.filter((one) => isWhiteListed(one) && !fits(product, today)(one)),
    ),
    rules: [...new Set(alone.flat())].map((rule) => ({
      rule,
      needs: alone.filter(([only]) => only === rule).length,
    })),
    edges: edges(open, product, today),
  }
}

export function gainsByJudge(
  product: ProductTerms,
  loosenings: readonly Loosening[],
  all: readonly OpenNeed[],
  today: Day,
): Gain[] {
  const open = wanting(all, product)
  const reached = new Set(open.filter(fits(product, today)).map(({ companyId }) => companyId))
  return loosenings.map((loosening) => {
    const more = open.filter(
      (one) => !reached.has(one.companyId) && fits(loosened(product, loosening), today)(one),
    )
    return { loosening, companies: companiesOf(more) }
  })
}
