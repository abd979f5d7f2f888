import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Criterion } from '../product/product'
import { criteria, hiddenParts, need, product, TODAY, WAN } from '../testing/judged'
import { gainsByJudge, reachByJudge, type OpenNeed } from '../testing/reach'
import {
  probes,
  shownCount,
  shownReach,
  loosened,
  looseningsTo,
  withoutProbes,
  type ShownCount,
} from './dry-run'
import { judge } from './judge'
import { noRecord } from './match'

const asked = (companyId: string, more: Parameters<typeof need>[0] = {}): OpenNeed => ({
  ...need(more),
  companyId,
})
const many = (count: number, prefix: string, more: Parameters<typeof need>[0] = {}) =>
  Array.from({ length: count }, (_, index) => asked(`${prefix}${index}`, more))
const exact = (count: number): ShownCount => ({ kind: 'exact', count })
const atLeast = (count: number): ShownCount => ({ kind: 'at-least', count })
const few: ShownCount = { kind: 'few' }
const only = (criterion: object) => [{ hard: true, ...criterion } as Criterion]

function dryRun(terms: typeof product, open: readonly OpenNeed[]) {
  const reach = reachByJudge(terms, open, TODAY)
  const gains = gainsByJudge(terms, looseningsTo(reach.edges, terms), open, TODAY)
  return shownReach(terms, reach, gains)
}

describe('a dry run', () => {
  const open = [
    ...many(6, 'near'),
    ...many(5, 'far', { facts: { district: 'beilin', zone: null, chains: ['aviation'] } }),
    ...many(7, 'large', {
      terms: { amountFen: 1_130 * WAN },
      facts: { whiteListed: ['photonics'] },
    }),
    ...many(2, 'huge', { terms: { amountFen: 5_000 * WAN } }),
    ...many(3, 'other', { terms: { classes: ['equity'] } }),
  ]

  test('counts companies and needs it reaches, by place, chain and stage', () => {
    const run = dryRun(product, [...open, asked('near0')])
    expect(run.companies).toEqual(exact(11))
    expect(run.needs).toEqual(exact(12))
    expect(run.byDistrict).toEqual([
      { value: 'yanta', companies: exact(6) },
      { value: 'beilin', companies: exact(5) },
    ])
    expect(run.byChain.map(({ value }) => value)).toEqual(['photonics', 'aviation'])
    expect(run.byStage).toEqual([{ value: 'growth', companies: atLeast(10) }])
  })

  test('says which rule turns most away, whom of the white list, and what a round limit would bring', () => {
    const run = dryRun(product, open)
    expect(run.rules).toEqual([{ rule: 'amount', needs: exact(9) }])
    expect(run.whiteListedExcluded).toEqual(atLeast(5))
    expect(run.loosenings).toEqual([
      {
        loosening: { bound: 'amount-max', fen: 1_200 * WAN },
        companies: exact(7),
        whiteListed: atLeast(5),
      },
    ])
  })

  test('a company that another need of its own brings is no gain', () => {
    const again = many(6, 'near', { terms: { amountFen: 1_130 * WAN } })
    expect(dryRun(product, [...many(6, 'near'), ...again]).loosenings).toEqual([])
  })

  test('a need in parts asks for no more than its smallest part', () => {
    const inParts = { amountFen: 9_000 * WAN, inParts: true, partFen: 1_500 * WAN }
    expect(dryRun(product, many(5, 'part', { terms: inParts })).loosenings).toMatchObject([
      { loosening: { bound: 'amount-max', fen: 1_500 * WAN } },
    ])
  })

  test('tells nothing of fewer than five, and of nobody that there is nobody', () => {
    const run = dryRun(product, [...many(4, 'a'), ...many(3, 'b', { terms: { tenorMonths: 30 } })])
    expect(run.companies).toEqual(few)
    expect(run.byDistrict).toEqual([{ value: 'yanta', companies: few }])
    expect(run.rules).toEqual([{ rule: 'tenor', needs: few }])
    expect(run.loosenings).toEqual([])
    expect(dryRun(product, []).companies).toEqual({ kind: 'none' })
  })
})

const revenue = (wan: number, more: object = {}) =>
  asked(`r${wan}`, {
    facts: {
      years: [{ year: 2023, revenueFen: wan * WAN, profitFen: null, rdSpendFen: null }],
      ...more,
    },
  })
const fromRevenue = (wan: number) => ({
  ...product,
  criteria: only({ fact: 'revenue', min: wan * WAN, max: null }),
})

describe('a threshold that is moved', () => {
  test('on what the teaser does not hold shows no company more or less', () => {
    const companies = [100, 200, 300, 400, 500, 600, 700, 800].map((wan) => revenue(wan))
    const reach = (min: number) => dryRun(fromRevenue(min), companies).companies
    expect(reach(50)).toEqual(atLeast(5))
    expect(reach(150)).toEqual(reach(250))
    expect(reach(450)).toEqual(few)
    expect(reach(950)).toEqual(few)
  })

  test('shows nothing of the one company of a place, by neither a row nor a rule', () => {
    const alone = revenue(300, { district: 'lantian' })
    expect(dryRun(fromRevenue(299), [alone])).toEqual(dryRun(fromRevenue(301), [alone]))
  })

  test('leaves the figures of the loosenings as they are', () => {
    const large = many(6, 'large', { terms: { amountFen: 1_130 * WAN } })
    const outermost = { ...revenue(300), openFen: 1_900 * WAN }
    const figures = (wan: number) =>
      dryRun(fromRevenue(wan), [...large, outermost]).loosenings.map(({ loosening }) => loosening)
    expect(figures(299)).toEqual([{ bound: 'amount-max', fen: 1_900 * WAN }])
    expect(figures(301)).toEqual(figures(299))
  })

  test('says nothing of who is white-listed and at which stage, whatever the product tests', () => {
    const open = many(9, 'small')
    const listed = asked('one', { facts: { whiteListed: ['photonics'], stage: 'mature' } })
    const plain = asked('one', { facts: { stage: 'growth' } })
    const told = (company: OpenNeed, tenorMaxMonths: number) => {
      const run = dryRun({ ...product, tenorMaxMonths }, [...open, company])
      return [run.whiteListedExcluded, run.byStage]
    }
    expect(told(listed, 11)).toEqual(told(plain, 11))
    expect(told(listed, 24)).toEqual([few, [{ value: 'growth', companies: atLeast(5) }]])
  })

  test.each([
    [{ fact: 'revenue', min: 1, max: null }, true],
    [{ fact: 'white-listed' }, true],
    [{ fact: 'stage', quantifier: 'any', values: ['growth'] }, true],
    [{ fact: 'revenue', min: 1, max: null, hard: false }, false],
    [{ fact: 'district', quantifier: 'any', values: ['yanta'] }, false],
    [{ fact: 'age', min: 36, max: null }, false],
    [{ fact: 'age', min: 37, max: null }, true],
    [{ fact: 'staff', min: 20, max: 99 }, false],
    [{ fact: 'staff', min: 63, max: null }, true],
    [{ fact: 'staff', min: 1, max: 100 }, true],
    [{ fact: 'patents', min: 1, max: 9 }, false],
    [{ fact: 'patents', min: 5, max: null }, true],
  ])('%j could probe: %s', (criterion, could) => {
    const terms = { ...product, criteria: only(criterion) }
    expect(probes(terms)).toBe(could)
    expect(withoutProbes(terms).criteria).toHaveLength(could ? 0 : 1)
  })
})

const opens = fc.array(
  fc
    .record({
      company: fc.nat(20),
      wan: fc.integer({ min: 20, max: 3_000 }),
      months: fc.integer({ min: 1, max: 60 }),
      hidden: hiddenParts,
    })
    .map(({ company, wan, months, hidden }) =>
      asked(String(company), {
        facts: hidden,
        terms: { amountFen: wan * WAN, tenorMonths: months },
      }),
    ),
  { maxLength: 60 },
)

test('no count under five leaves it, and a loosening reaches what it says beyond what was reached', () => {
  fc.assert(
    fc.property(opens, criteria, (open, tests) => {
      const terms = { ...product, criteria: tests }
      const run = dryRun(terms, open)
      const shown = [
        run.needs,
        run.companies,
        run.whiteListedExcluded,
        ...[...run.byDistrict, ...run.byChain, ...run.byStage].map(({ companies }) => companies),
        ...run.rules.map(({ needs }) => needs),
        ...run.loosenings.flatMap(({ companies, whiteListed }) => [companies, whiteListed]),
      ]
      for (const one of shown) if ('count' in one) expect(one.count).toBeGreaterThanOrEqual(5)
      const fits = (offered: typeof terms) => (one: OpenNeed) =>
        judge(one, offered, TODAY, noRecord).eligible
      const companies = (offered: typeof terms) =>
        new Set(open.filter(fits(offered)).map(({ companyId }) => companyId)).size
      for (const { loosening, companies: gain } of run.loosenings) {
        const looser = loosened(terms, loosening)
        const gained = companies(looser) - companies(terms)
        expect([shownCount(gained, true), shownCount(gained, false)]).toContainEqual(gain)
        expect(open.filter(fits(terms)).every(fits(looser))).toBe(true)
      }
    }),
  )
})
