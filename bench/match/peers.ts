/** The engines that the scan over masks stands beside: each decides by its own means, and must find the same. */
import { Engine } from 'json-rules-engine'
import { Query } from 'mingo'
import { monthsBetween } from '@/domain/calendar/calendar'
import type { JudgedNeed } from '@/domain/match/match'
import { totalPatents } from '@/domain/profile/profile'
import {
  isRange,
  isSet,
  type Criterion,
  type ProductTerms,
  type Quantifier,
} from '@/domain/product/product'
import { latestFigure, validQualifications } from '@/domain/profile/profile'
import { TODAY } from './draw'

type Fact = number | boolean | string[] | null
/** A need as a document: what criteria name, under their own names. */
export type Document = Record<string, Fact>

export function documentOf({ terms, facts, openFen }: JudgedNeed): Document {
  const profit = latestFigure(facts, 'profitFen')?.fen ?? null
  const { district, zone } = facts
  return {
    class: terms.classes,
    open: openFen,
    least: terms.inParts && terms.partFen !== null ? Math.min(terms.partFen, openFen) : openFen,
    tenor: terms.tenorMonths,
    cost: terms.maxCostBp,
    age: facts.foundedOn === null ? null : monthsBetween(facts.foundedOn, TODAY),
    staff: facts.staff,
    'rd-staff': facts.rdStaff,
    revenue: latestFigure(facts, 'revenueFen')?.fen ?? null,
    profit,
    'rd-spend': latestFigure(facts, 'rdSpendFen')?.fen ?? null,
    'debt-ratio': facts.debtRatioBp,
    patents: totalPatents(facts),
    district: district === null ? null : [district],
    zone: zone !== null ? [zone] : district === null ? null : [],
    chain: facts.chains.length === 0 ? null : facts.chains,
    stage: facts.stage === null ? null : [facts.stage],
    qualification: validQualifications(facts, TODAY).map(({ kind }) => kind),
    collateral: terms.collateral,
    use: terms.useKind === null ? null : [terms.useKind],
    'white-listed': facts.whiteListed.length > 0,
    profitable: profit === null ? null : profit > 0,
  }
}

/** What decides, as tests of one fact each. Every engine is told these in its own words. */
type Test =
  | { fact: string; is: 'at-least'; value: number }
  | { fact: string; is: 'at-most'; value: number }
  | { fact: string; is: Quantifier; value: string[] }
  | { fact: string; is: 'yes' }

function criterionTests(criterion: Criterion): Test[] {
  const { fact } = criterion
  if (isSet(criterion)) return [{ fact, is: criterion.quantifier, value: criterion.values }]
  if (!isRange(criterion)) return [{ fact, is: 'yes' }]
  const { min, max } = criterion
  return [...atLeast(fact, min), ...atMost(fact, max)]
}

const atLeast = (fact: string, value: number | null): Test[] =>
  value === null ? [] : [{ fact, is: 'at-least', value }]
const atMost = (fact: string, value: number | null): Test[] =>
  value === null ? [] : [{ fact, is: 'at-most', value }]

function testsOf(product: ProductTerms): Test[] {
  const hasTenor = product.class !== 'equity'
  return [
    { fact: 'class', is: 'any', value: [product.class] },
    { fact: 'open', is: 'at-least', value: product.amountMinFen },
    { fact: 'least', is: 'at-most', value: product.amountMaxFen },
    ...(hasTenor ? atLeast('tenor', product.tenorMinMonths) : []),
    ...(hasTenor ? atMost('tenor', product.tenorMaxMonths) : []),
    ...atLeast('cost', product.costsBp?.[0] ?? null),
    ...product.criteria.filter(({ hard }) => hard).flatMap(criterionTests),
  ]
}

const placesOf = <Value>(list: readonly Value[], fits: (value: Value) => boolean) =>
  list.flatMap((value, place) => (fits(value) ? [place] : []))

/** What anyone would write first: objects, lists of values, one product after the other. */
export function naiveLoop(products: readonly ProductTerms[]): (need: Document) => number[] {
  const tests = products.map(testsOf)
  const passes = (need: Document, test: Test): boolean => {
    const held = need[test.fact] ?? null
    if (held === null) return true
    if (test.is === 'yes') return held === true
    if (test.is === 'at-least') return (held as number) >= test.value
    if (test.is === 'at-most') return (held as number) <= test.value
    const values = held as string[]
    if (test.is === 'any') return test.value.some((value) => values.includes(value))
    if (test.is === 'all') return test.value.every((value) => values.includes(value))
    return !test.value.some((value) => values.includes(value))
  }
  return (need) => placesOf(tests, (list) => list.every((test) => passes(need, test)))
}

export function mingoQueries(products: readonly ProductTerms[]): (need: Document) => number[] {
  const words = { any: '$in', all: '$all', none: '$nin', 'at-least': '$gte', 'at-most': '$lte' }
  const condition = (test: Test) => {
    const asked = test.is === 'yes' ? true : { [words[test.is]]: test.value }
    return { $or: [{ [test.fact]: null }, { [test.fact]: asked }] }
  }
  const queries = products.map((product) => new Query({ $and: testsOf(product).map(condition) }))
  return (need) => placesOf(queries, (query) => query.test(need))
}

export function rulesEngine(
  products: readonly ProductTerms[],
): (need: Document) => Promise<number[]> {
  const engine = new Engine()
  const known = (decide: (held: never, asked: never) => boolean) => (held: Fact, asked: unknown) =>
    held === null || decide(held as never, asked as never)
  const add = (name: string, decide: (held: never, asked: never) => boolean) =>
    engine.addOperator(name, known(decide))
  add('at-least', (held: number, asked: number) => held >= asked)
  add('at-most', (held: number, asked: number) => held <= asked)
  add('any', (held: string[], asked: string[]) => asked.some((value) => held.includes(value)))
  add('all', (held: string[], asked: string[]) => asked.every((value) => held.includes(value)))
  add('none', (held: string[], asked: string[]) => !asked.some((value) => held.includes(value)))
  add('yes', (held: boolean) => held)
  products.forEach((product, place) =>
    engine.addRule({
      conditions: {
        all: testsOf(product).map((test) => ({
          fact: test.fact,
          operator: test.is,
          value: test.is === 'yes' ? true : test.value,
        })),
      },
      event: { type: 'fits', params: { place } },
    }),
  )
  return async (need) => {
    const { events } = await engine.run(need)
    return events.map(({ params }) => Number(params?.place)).toSorted((a, b) => a - b)
  }
}
