import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Criterion } from '../product/product'
import { criteria, hiddenParts, need, product, TODAY, WAN } from '../testing/judged'
import { dryRun, shownCount, widened, type OpenNeed, type ShownCount } from './dry-run'
import { judge } from './judge'
import { noRecord } from './match'

const asked = (companyId: string, more: Parameters<typeof need>[0] = {}): OpenNeed => ({
  ...need(more),
  companyId,
})
const many = (count: number, prefix: string, more: Parameters<typeof need>[0] = {}) =>
  Array.from({ length: count }, (_, index) => asked(`${prefix}${index}`, more))
const exact = (count: number): ShownCount => ({ kind: 'exact', count })
const few: ShownCount = { kind: 'few' }
const only = (criterion: object) => [{ ...criterion, hard: true } as Criterion]

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
    const run = dryRun(product, [...open, asked('near0')], TODAY)
    expect(run.companies).toEqual(exact(11))
    expect(run.needs).toEqual(exact(12))
    expect(run.byDistrict).toEqual([
      { value: 'yanta', companies: exact(6) },
      { value: 'beilin', companies: exact(5) },
    ])
    expect(run.byChain.map(({ value }) => value)).toEqual(['photonics', 'aviation'])
    expect(run.byStage).toEqual([{ value: 'growth', companies: exact(11) }])
  })

  test('says which rule turns most away, whom of the white list, and what a round limit would bring', () => {
    const run = dryRun(product, open, TODAY)
    expect(run.rules).toEqual([{ rule: 'amount', needs: exact(9) }])
    expect(run.whiteListedExcluded).toEqual(exact(7))
    expect(run.widenings).toEqual([
      {
        widening: { bound: 'amount-max', fen: 1_200 * WAN },
        companies: exact(7),
        whiteListed: exact(7),
      },
    ])
  })

  test('tells nothing of fewer than five, and of nobody that there is nobody', () => {
    const run = dryRun(
      product,
      [...many(4, 'a'), ...many(3, 'b', { terms: { tenorMonths: 30 } })],
      TODAY,
    )
    expect(run.companies).toEqual(few)
    expect(run.byDistrict).toEqual([{ value: 'yanta', companies: few }])
    expect(run.rules).toEqual([{ rule: 'tenor', needs: few }])
    expect(run.widenings).toEqual([])
    expect(run.whiteListedExcluded).toEqual({ kind: 'none' })
  })

  test('with a threshold on what the teaser does not hold, one company more or less is not to be seen', () => {
    const revenue = (wan: number) =>
      many(1, `r${wan}`, {
        facts: {
          years: [{ year: 2023, revenueFen: wan * WAN, profitFen: null, rdSpendFen: null }],
        },
      })
    const companies = [100, 200, 300, 400, 500, 600, 700, 800].flatMap(revenue)
    const reach = (min: number) =>
      dryRun(
        { ...product, criteria: only({ fact: 'revenue', min: min * WAN, max: null }) },
        companies,
        TODAY,
      ).companies
    expect(reach(50)).toEqual({ kind: 'at-least', count: 5 })
    expect(reach(150)).toEqual(reach(250))
    expect(reach(450)).toEqual(few)
    expect(reach(950)).toEqual(few)
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

test('no count under five leaves it, and a widening reaches what it says beyond what was reached', () => {
  fc.assert(
    fc.property(opens, criteria, (open, tests) => {
      const terms = { ...product, criteria: tests }
      const run = dryRun(terms, open, TODAY)
      const shown = [
        run.needs,
        run.companies,
        run.whiteListedExcluded,
        ...[...run.byDistrict, ...run.byChain, ...run.byStage].map(({ companies }) => companies),
        ...run.rules.map(({ needs }) => needs),
        ...run.widenings.flatMap(({ companies, whiteListed }) => [companies, whiteListed]),
      ]
      for (const one of shown) if ('count' in one) expect(one.count).toBeGreaterThanOrEqual(5)
      const fits = (offered: typeof terms) => (one: OpenNeed) =>
        judge(one, offered, TODAY, noRecord).eligible
      for (const { widening, companies } of run.widenings) {
        const wider = widened(terms, widening)
        const more = open.filter((one) => !fits(terms)(one) && fits(wider)(one))
        const gained = new Set(more.map(({ companyId }) => companyId)).size
        expect([shownCount(gained, true), shownCount(gained, false)]).toContainEqual(companies)
        expect(open.filter(fits(terms)).every(fits(wider))).toBe(true)
      }
    }),
  )
})
