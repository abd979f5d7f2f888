import { describe, expect, test } from 'vitest'
import { addMonths } from '../calendar/calendar'
import type { Criterion } from '../product/product'
import { withCosts } from '../product/product-costs'
import { need, product, TODAY, WAN } from '../testing/judged'
import { judge } from './judge'
import { noRecord, type Rule, type Verdict } from './match'

type NeedMore = Parameters<typeof need>[0]
type ProductMore = Partial<typeof product>

const judged = (needMore: NeedMore, productMore: ProductMore = {}) =>
  judge(
    need(needMore),
    { ...withCosts({ ...product, ...productMore }), ...productMore },
    TODAY,
    noRecord,
  )

const hard = (criterion: Omit<Criterion, 'hard'>) => [{ ...criterion, hard: true } as Criterion]
const age = (min: number | null, max: number | null) => hard({ fact: 'age', min, max } as Criterion)
const certified = (quantifier: 'any' | 'all' | 'none', ...values: string[]) =>
  hard({ fact: 'qualification', quantifier, values } as Criterion)
const certificate = (kind: string, validTo: string | null, validFrom = '2021-01-01') => ({
  kind: kind as 'gazelle',
  level: 'national' as const,
  number: null,
  issuer: null,
  validFrom,
  validTo,
})

const cases: [string, NeedMore, ProductMore, Rule, Verdict][] = [
  [
    '成立满三十六个月的那一天，够了',
    { facts: { foundedOn: addMonths(TODAY, -36) } },
    { criteria: age(36, null) },
    'age',
    'pass',
  ],
  [
    'a day short of 36 months is not yet 36 months',
    { facts: { foundedOn: '2021-05-16' } },
    { criteria: age(36, null) },
    'age',
    'fail',
  ],
  [
    '成立日期没填，不算不过',
    { facts: { foundedOn: null } },
    { criteria: age(36, null) },
    'age',
    'unknown',
  ],
  [
    'at most five years, and it is five years old today',
    { facts: { foundedOn: '2019-05-15' } },
    { criteria: age(null, 60) },
    'age',
    'pass',
  ],
  [
    '高企证书最后一天，还算',
    { facts: { qualifications: [certificate('high-tech-enterprise', TODAY)] } },
    { criteria: certified('any', 'high-tech-enterprise') },
    'qualification',
    'pass',
  ],
  [
    'a certificate that ended yesterday counts no more',
    { facts: { qualifications: [certificate('high-tech-enterprise', '2024-05-14')] } },
    { criteria: certified('any', 'high-tech-enterprise') },
    'qualification',
    'fail',
  ],
  [
    '证书明天才生效，今天不算',
    { facts: { qualifications: [certificate('gazelle', null, '2024-05-16')] } },
    { criteria: certified('any', 'gazelle') },
    'qualification',
    'fail',
  ],
  [
    'a certificate without an end does not end',
    { facts: { qualifications: [certificate('chain-leader', null)] } },
    { criteria: certified('any', 'chain-leader') },
    'qualification',
    'pass',
  ],
  [
    'no certificate at all is known, and fails any-of',
    { facts: { qualifications: [] } },
    { criteria: certified('any', 'gazelle') },
    'qualification',
    'fail',
  ],
  [
    '没有证书，“不得有”就过',
    { facts: { qualifications: [] } },
    { criteria: certified('none', 'unicorn') },
    'qualification',
    'pass',
  ],
  [
    'two certificates asked for, one held',
    {},
    { criteria: certified('all', 'high-tech-enterprise', 'gazelle') },
    'qualification',
    'fail',
  ],
  ['五百万，上限正好五百万', {}, { amountMaxFen: 500 * WAN }, 'amount', 'pass'],
  [
    'one fen over what the product lends',
    { terms: { amountFen: 500 * WAN + 1 } },
    { amountMaxFen: 500 * WAN },
    'amount',
    'fail',
  ],
  [
    '要两千万，可分笔，每笔至少三百万，产品最多五百万',
    { terms: { amountFen: 2_000 * WAN, inParts: true, partFen: 300 * WAN } },
    { amountMaxFen: 500 * WAN },
    'amount',
    'pass',
  ],
  [
    'in parts of 600 and a product that ends at 500',
    { terms: { amountFen: 2_000 * WAN, inParts: true, partFen: 600 * WAN } },
    { amountMaxFen: 500 * WAN },
    'amount',
    'fail',
  ],
  [
    'in parts, but all of it is under what the product begins with',
    { terms: { amountFen: 90 * WAN, inParts: true, partFen: 10 * WAN } },
    {},
    'amount',
    'fail',
  ],
  [
    'a part larger than what is still open is what is still open',
    { terms: { amountFen: 2_000 * WAN, inParts: true, partFen: 600 * WAN }, openFen: 400 * WAN },
    { amountMaxFen: 500 * WAN },
    'amount',
    'pass',
  ],
  [
    '已落实四百万，只剩一百万，产品起点两百万',
    { openFen: 100 * WAN },
    { amountMinFen: 200 * WAN },
    'amount',
    'fail',
  ],
  ['nothing is open any more', { openFen: 0 }, {}, 'amount', 'fail'],
  ['二十四个月的产品，要二十四个月', { terms: { tenorMonths: 24 } }, {}, 'tenor', 'pass'],
  ['a month longer than the product', { terms: { tenorMonths: 25 } }, {}, 'tenor', 'fail'],
  ['no tenor said is not a failure', { terms: { tenorMonths: null } }, {}, 'tenor', 'unknown'],
  [
    '按月付息一年，名义三点四五，综合三点五一，正好',
    { terms: { maxCostBp: 351 } },
    {},
    'cost',
    'pass',
  ],
  ['a ceiling just under the cheapest cost', { terms: { maxCostBp: 350 } }, {}, 'cost', 'fail'],
  [
    '上限百分之三点三含全部费用，三点一五加零点四的一次性费用，超了',
    { terms: { maxCostBp: 330 } },
    { rateMinBp: 315, feeBp: 40 },
    'cost',
    'fail',
  ],
  [
    'the company would take a loan, and this is equity',
    {},
    { class: 'equity', tenorMinMonths: null, tenorMaxMonths: null },
    'class',
    'fail',
  ],
  [
    '去年亏损，产品要求盈利',
    { facts: { years: [{ year: 2023, revenueFen: 1, profitFen: -1, rdSpendFen: null }] } },
    { criteria: [{ fact: 'profitable', hard: true }] },
    'profitable',
    'fail',
  ],
  [
    'a profit of nothing is no profit',
    { facts: { years: [{ year: 2023, revenueFen: 1, profitFen: 0, rdSpendFen: null }] } },
    { criteria: [{ fact: 'profitable', hard: true }] },
    'profitable',
    'fail',
  ],
  [
    '没报过利润，不算不过',
    { facts: { years: [] } },
    { criteria: [{ fact: 'profitable', hard: true }] },
    'profitable',
    'unknown',
  ],
  [
    'the latest year with a figure counts, not the latest year',
    {
      facts: {
        years: [
          { year: 2023, revenueFen: null, profitFen: null, rdSpendFen: null },
          { year: 2022, revenueFen: 800 * WAN, profitFen: null, rdSpendFen: null },
        ],
      },
    },
    { criteria: hard({ fact: 'revenue', min: 800 * WAN, max: null } as Criterion) },
    'revenue',
    'pass',
  ],
  [
    '发明专利三件、其他两件，要五件',
    { facts: { inventionPatents: 3, otherPatents: 2 } },
    { criteria: hard({ fact: 'patents', min: 5, max: null } as Criterion) },
    'patents',
    'pass',
  ],
  [
    'only one kind of patent is known',
    { facts: { inventionPatents: 3, otherPatents: null } },
    { criteria: hard({ fact: 'patents', min: 4, max: null } as Criterion) },
    'patents',
    'fail',
  ],
  [
    '资产负债率百分之七十，上限百分之七十',
    { facts: { debtRatioBp: 7_000 } },
    { criteria: hard({ fact: 'debt-ratio', min: null, max: 7_000 } as Criterion) },
    'debt-ratio',
    'pass',
  ],
  [
    'no collateral offered is known, and fails where some is asked for',
    {},
    { criteria: hard({ fact: 'collateral', quantifier: 'any', values: ['patents'] } as Criterion) },
    'collateral',
    'fail',
  ],
  [
    '在高新区，要高新区或经开区',
    {},
    {
      criteria: hard({
        fact: 'zone',
        quantifier: 'any',
        values: ['high-tech', 'economic'],
      } as Criterion),
    },
    'zone',
    'pass',
  ],
  [
    'in a district and in no zone is known to be in none',
    { facts: { zone: null } },
    { criteria: hard({ fact: 'zone', quantifier: 'any', values: ['economic'] } as Criterion) },
    'zone',
    'fail',
  ],
  [
    'nowhere declared is unknown',
    { facts: { zone: null, district: null } },
    { criteria: hard({ fact: 'zone', quantifier: 'none', values: ['economic'] } as Criterion) },
    'zone',
    'unknown',
  ],
  [
    '跨两条链，有一条对就行',
    { facts: { chains: ['dairy', 'drones'] } },
    { criteria: hard({ fact: 'chain', quantifier: 'any', values: ['drones'] } as Criterion) },
    'chain',
    'pass',
  ],
  [
    'not for refinancing, and it is for refinancing',
    { terms: { useKind: 'refinancing' } },
    { criteria: hard({ fact: 'use', quantifier: 'none', values: ['refinancing'] } as Criterion) },
    'use',
    'fail',
  ],
  [
    '在白名单上',
    { facts: { whiteListed: ['photonics'] } },
    { criteria: [{ fact: 'white-listed', hard: true }] },
    'white-listed',
    'pass',
  ],
]

describe('a loan officer asks', () => {
  test.each(cases)('%s', (_name, needMore, productMore, rule, verdict) => {
    const { rows, eligible } = judged(needMore, productMore)
    expect(rows.find((row) => row.rule === rule)?.verdict).toBe(verdict)
    expect(eligible).toBe(verdict !== 'fail')
  })
})
