import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { criteria, hiddenParts, need, product, TODAY, WAN } from '../testing/judged'
import { gainsByJudge, reachByJudge, type OpenNeed } from '../testing/reach'
import { countBand, countBands, loosened, looseningsTo, shownReach } from './dry-run'
import { judge } from './judge'
import { noRecord } from './match'

const asked = (companyId: string, more: Parameters<typeof need>[0] = {}): OpenNeed => ({
  ...need(more),
  companyId,
})
const many = (count: number, prefix: string, more: Parameters<typeof need>[0] = {}) =>
  Array.from({ length: count }, (_, index) => asked(`${prefix}${index}`, more))

function dryRun(terms: typeof product, open: readonly OpenNeed[]) {
  const reach = reachByJudge(terms, open, TODAY)
  const gains = gainsByJudge(terms, looseningsTo(reach.edges, terms), open, TODAY)
  return shownReach(reach, gains)
}

test.each([
  [0, 'few'],
  [4, 'few'],
  [5, 'from5'],
  [9, 'from5'],
  [10, 'from10'],
  [20, 'from20'],
  [49, 'from20'],
  [50, 'from50'],
  [12_000, 'from50'],
])('%i companies are told as %s', (count, band) => {
  expect(countBand(count)).toBe(band)
})

describe('a dry run', () => {
  const open = [
    ...many(6, 'near'),
    ...many(5, 'far', { facts: { district: 'beilin', zone: null, chains: ['aviation'] } }),
    ...many(9, 'large', {
      terms: { amountFen: 1_130 * WAN },
      facts: { whiteListed: ['photonics'] },
    }),
    ...many(2, 'huge', { terms: { amountFen: 5_000 * WAN } }),
    ...many(3, 'other', { terms: { classes: ['equity'] } }),
  ]

  test('counts companies and needs it reaches, by place, chain and stage', () => {
    const run = dryRun(product, [...open, asked('near0')])
    expect(run.companies).toEqual('from10')
    expect(run.needs).toEqual('from10')
    expect(run.byDistrict).toEqual([
      { value: 'beilin', companies: 'from5' },
      { value: 'yanta', companies: 'from5' },
    ])
    expect(run.byChain.map(({ value }) => value)).toEqual(['aviation', 'photonics'])
    expect(run.byStage).toEqual([{ value: 'growth', companies: 'from10' }])
  })

  test('says which rule turns most away, whom of the white list, and what a round limit would bring', () => {
    const run = dryRun(product, open)
    expect(run.rules).toEqual([{ rule: 'amount', needs: 'from10' }])
    expect(run.whiteListedExcluded).toEqual('from5')
    expect(run.loosenings).toEqual([
      {
        loosening: { bound: 'amount-max', fen: 1_200 * WAN },
        companies: 'from20',
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

  test('tells nothing of fewer than five, and of nobody not that there is nobody', () => {
    const run = dryRun(product, many(4, 'a'))
    expect(run).toEqual(dryRun(product, []))
    expect(run).toMatchObject({ companies: 'few', byDistrict: [], rules: [], loosenings: [] })
  })

  test('says of a looser limit how many it reaches in all, and only where that is another band', () => {
    const large = (count: number) => many(count, 'large', { terms: { amountFen: 1_130 * WAN } })
    expect(dryRun(product, [...many(6, 'near'), ...large(3)]).loosenings).toEqual([])
    expect(dryRun(product, [...many(6, 'near'), ...large(4)]).loosenings).toEqual([
      { loosening: { bound: 'amount-max', fen: 1_200 * WAN }, companies: 'from10' },
    ])
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

test('a loosening reaches as many as it says, and nothing is told but bands', () => {
  fc.assert(
    fc.property(opens, criteria, (open, tests) => {
      const terms = { ...product, criteria: tests }
      const run = dryRun(terms, open)
      expect(JSON.stringify(run).match(/"(companies|needs|whiteListedExcluded)":[^"]/)).toBeNull()
      const fits = (offered: typeof terms) => (one: OpenNeed) =>
        judge(one, offered, TODAY, noRecord).eligible
      const companies = (offered: typeof terms) =>
        new Set(open.filter(fits(offered)).map(({ companyId }) => companyId)).size
      expect(run.companies).toBe(countBand(companies(terms)))
      for (const { loosening, companies: band } of run.loosenings) {
        const looser = loosened(terms, loosening)
        expect(band).toBe(countBand(companies(looser)))
        expect(countBands.indexOf(band)).toBeGreaterThan(countBands.indexOf(run.companies))
        expect(open.filter(fits(terms)).every(fits(looser))).toBe(true)
      }
    }),
  )
})
