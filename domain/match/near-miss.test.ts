import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from '../calendar/calendar'
import { collateralKinds, qualificationKinds } from '../profile/profile'
import type { Criterion, SetValue } from '../product/product'
import { criteria, need, product, TODAY, WAN } from '../testing/judged'
import { nearMissByTrying } from '../testing/obstacles'
import { judge } from './judge'
import { noRecord, type Change, type JudgedNeed } from './match'
import { applyChanges, nearMiss } from './near-miss'

type NeedMore = Parameters<typeof need>[0]
type ProductMore = Partial<typeof product>
const hard = (criterion: object) => ({ ...criterion, hard: true }) as Criterion
const age = (min: number) => hard({ fact: 'age', min, max: null })
const asks = (fact: 'collateral' | 'qualification', quantifier: string, ...values: string[]) =>
  hard({ fact, quantifier, values })
const held = (kind: string, validFrom: string, validTo: string | null) => ({
  ...{ kind: kind as 'gazelle', level: 'national' as const, number: null, issuer: null },
  ...{ validFrom, validTo },
})

const cases: [string, NeedMore, ProductMore, Change[] | null][] = [
  [
    '要六百万，产品最多五百万：改要五百万',
    { terms: { amountFen: 600 * WAN } },
    { amountMaxFen: 500 * WAN },
    [{ kind: 'amount', fen: 500 * WAN }],
  ],
  [
    'asks for 600 and the product ends at 290: less than half is no near miss',
    { terms: { amountFen: 600 * WAN } },
    { amountMinFen: 10 * WAN, amountMaxFen: 290 * WAN },
    null,
  ],
  [
    'asks for 60 and the product begins at 100',
    { terms: { amountFen: 60 * WAN } },
    {},
    [{ kind: 'amount', fen: 100 * WAN }],
  ],
  ['要四十万，产品一百万起：多借一倍以上，不算', { terms: { amountFen: 40 * WAN } }, {}, null],
  [
    'twelve months asked, 24 to 36 lent: the nearer end',
    {},
    { tenorMinMonths: 24, tenorMaxMonths: 36 },
    [{ kind: 'tenor', months: 24 }],
  ],
  [
    '要四十八个月，产品最长三十六',
    { terms: { tenorMonths: 48 } },
    { tenorMaxMonths: 36 },
    [{ kind: 'tenor', months: 36 }],
  ],
  [
    'a pledge of what the profile already has stands before a guarantor to be found',
    { facts: { collateral: ['patents'] } },
    { criteria: [asks('collateral', 'any', 'third-party-guarantee', 'patents')] },
    [{ kind: 'collateral', add: ['patents'] }],
  ],
  [
    '既要房产又要存货，或者订单：一次补齐',
    { terms: { collateral: ['orders'] } },
    {
      criteria: [
        asks('collateral', 'all', 'real-estate', 'inventory'),
        asks('collateral', 'any', 'orders', 'deposit'),
      ],
    },
    [{ kind: 'collateral', add: ['real-estate', 'inventory'] }],
  ],
  [
    'one certificate is missing of those asked for',
    {},
    { criteria: [asks('qualification', 'all', 'high-tech-enterprise', 'gazelle')] },
    [{ kind: 'certificate', certificate: 'gazelle' }],
  ],
  [
    '缺两张证，不算差一步',
    {},
    { criteria: [asks('qualification', 'all', 'unicorn', 'gazelle')] },
    null,
  ],
  [
    'three years old on 1 July',
    { facts: { foundedOn: '2021-07-01' } },
    { criteria: [age(36)] },
    [{ kind: 'wait', until: '2024-07-01' }],
  ],
  ['还差七个月，太久', { facts: { foundedOn: '2021-12-16' } }, { criteria: [age(36)] }, null],
  [
    'founded on the 31st, ten months old on the last day of June',
    { facts: { foundedOn: '2023-08-31' } },
    { criteria: [age(10)] },
    [{ kind: 'wait', until: '2024-06-30' }],
  ],
  [
    '证书已批，下月生效：等它，不用再办',
    { facts: { qualifications: [held('gazelle', '2024-06-10', null)] } },
    { criteria: [asks('qualification', 'all', 'gazelle')] },
    [{ kind: 'wait', until: '2024-06-10' }],
  ],
  [
    'old enough in June, and less to be asked for: two changes',
    { terms: { amountFen: 600 * WAN }, facts: { foundedOn: '2021-06-20' } },
    { amountMaxFen: 500 * WAN, criteria: [age(36)] },
    [
      { kind: 'amount', fen: 500 * WAN },
      { kind: 'wait', until: '2024-06-20' },
    ],
  ],
  [
    'waiting does not help when the certificate runs out before',
    {
      facts: {
        foundedOn: '2021-09-15',
        qualifications: [held('gazelle', '2021-01-01', '2024-08-01')],
      },
    },
    { criteria: [age(36), asks('qualification', 'all', 'gazelle')] },
    [
      { kind: 'certificate', certificate: 'gazelle' },
      { kind: 'wait', until: '2024-09-15' },
    ],
  ],
  [
    '三处都差，不算',
    { terms: { amountFen: 600 * WAN, tenorMonths: 48 }, facts: { foundedOn: '2021-06-20' } },
    { amountMaxFen: 500 * WAN, criteria: [age(36)] },
    null,
  ],
  [
    'place and chain never change',
    { terms: { amountFen: 600 * WAN } },
    {
      amountMaxFen: 500 * WAN,
      criteria: [hard({ fact: 'district', quantifier: 'any', values: ['beilin'] })],
    },
    null,
  ],
  ['合格的没有差一步', {}, {}, null],
]

test.each(cases)('%s', (_name, needMore, productMore, wanted) => {
  expect(nearMiss(need(needMore), { ...product, ...productMore }, TODAY)).toEqual(wanted)
})

const sets = fc.array(
  fc.record({
    fact: fc.constantFrom('collateral' as const, 'qualification' as const),
    quantifier: fc.constantFrom('any' as const, 'all' as const, 'none' as const),
    hard: fc.boolean(),
    picks: fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 }),
  }),
  { maxLength: 3 },
)
const kindsOf = { collateral: collateralKinds, qualification: qualificationKinds }
const day = fc.integer({ min: -1_500, max: 400 }).map((days) => addDays(TODAY, days))

const pair = fc
  .record({
    founded: fc.option(day, { nil: null }),
    certificates: fc.array(
      fc.record({ pick: fc.nat(5), from: day, days: fc.option(fc.nat(900), { nil: null }) }),
      { maxLength: 3 },
    ),
    offered: fc.uniqueArray(fc.nat(5), { maxLength: 2 }),
    own: fc.uniqueArray(fc.nat(5), { maxLength: 2 }),
    wan: fc.integer({ min: 20, max: 2_000 }),
    least: fc.integer({ min: 20, max: 2_000 }),
    parts: fc.boolean(),
    months: fc.integer({ min: 1, max: 60 }),
    from: fc.integer({ min: 10, max: 800 }),
    width: fc.nat(600),
    tenorFrom: fc.integer({ min: 1, max: 24 }),
    tenorWidth: fc.nat(24),
    minAge: fc.option(fc.nat(48), { nil: null }),
    sets,
    others: criteria,
    withOthers: fc.boolean(),
  })
  .map((one) => {
    const pick = (kinds: readonly string[]) => (index: number) => kinds[index] as SetValue
    const asked = need({
      terms: {
        amountFen: one.wan * WAN,
        leastFen: Math.min(one.least, one.wan) * WAN,
        inParts: one.parts,
        partFen: one.parts ? Math.ceil(one.wan / 3) * WAN : null,
        tenorMonths: one.months,
        collateral: one.offered.map(pick(collateralKinds)) as JudgedNeed['terms']['collateral'],
      },
      facts: {
        foundedOn: one.founded,
        collateral: one.own.map(pick(collateralKinds)) as JudgedNeed['facts']['collateral'],
        qualifications: one.certificates.map(({ pick: at, from, days }) =>
          held(pick(qualificationKinds)(at), from, days === null ? null : addDays(from, days)),
        ),
      },
    })
    const offered = {
      ...product,
      amountMinFen: one.from * WAN,
      amountMaxFen: (one.from + one.width) * WAN,
      tenorMinMonths: one.tenorFrom,
      tenorMaxMonths: one.tenorFrom + one.tenorWidth,
      criteria: [
        ...(one.minAge === null ? [] : [age(one.minAge)]),
        ...one.sets.map(({ picks, ...rest }) => ({
          ...rest,
          values: picks.map(pick(kindsOf[rest.fact])),
        })),
        ...(one.withOthers ? one.others : []),
      ] as Criterion[],
    }
    return { asked, offered }
  })

const eligibleAfter = (asked: JudgedNeed, offered: typeof product, changes: Change[]) => {
  const after = applyChanges(asked, TODAY, changes)
  return judge(after.need, offered, after.today, noRecord).eligible
}

describe('whatever the need and the product', () => {
  test('its changes make it eligible, no part of them does, and they keep to their bounds', () => {
    let [misses, doubles] = [0, 0]
    fc.assert(
      fc.property(pair, ({ asked, offered }) => {
        const changes = nearMiss(asked, offered, TODAY)
        expect(nearMiss(structuredClone(asked), structuredClone(offered), TODAY)).toEqual(changes)
        expect(nearMissByTrying(asked, offered, TODAY)).toEqual(changes)
        if (changes === null) return
        misses++
        expect(changes.length).toBeLessThanOrEqual(2)
        expect(eligibleAfter(asked, offered, [])).toBe(false)
        expect(eligibleAfter(asked, offered, changes)).toBe(true)
        if (changes.length === 2) {
          doubles++
          for (const change of changes) expect(eligibleAfter(asked, offered, [change])).toBe(false)
        }
        for (const change of changes) {
          if (change.kind === 'amount') {
            expect(2 * change.fen).toBeGreaterThanOrEqual(asked.openFen)
            expect(change.fen).toBeLessThanOrEqual(2 * asked.openFen)
          }
          if (change.kind === 'wait')
            expect(change.until <= addMonths(TODAY, 6) && change.until > TODAY).toBe(true)
        }
      }),
      { numRuns: 2_500 },
    )
    expect(misses).toBeGreaterThan(200)
    expect(doubles).toBeGreaterThan(50)
  }, 30_000)

  test('where it finds none, no single change of any amount, tenor, certificate, pledge or day does it', () => {
    fc.assert(
      fc.property(pair, ({ asked, offered }) => {
        if (nearMiss(asked, offered, TODAY) !== null) return
        if (eligibleAfter(asked, offered, [])) return
        const found = everySingle(asked).find((change) => eligibleAfter(asked, offered, [change]))
        expect(found).toBeUndefined()
      }),
      { numRuns: 80 },
    )
  }, 30_000)
})

function everySingle({ openFen }: JudgedNeed): Change[] {
  const wan = openFen / WAN
  const amounts = Array.from({ length: 2 * wan + 1 }, (_, index) => index).filter(
    (one) => 2 * one >= wan && one > 0,
  )
  return [
    ...amounts.map((one): Change => ({ kind: 'amount', fen: one * WAN })),
    ...Array.from({ length: 60 }, (_, index): Change => ({ kind: 'tenor', months: index + 1 })),
    ...qualificationKinds.map((certificate): Change => ({ kind: 'certificate', certificate })),
    ...collateralKinds.map((kind): Change => ({ kind: 'collateral', add: [kind] })),
    ...Array.from({ length: 183 }, (_, index) => addDays(TODAY, index + 1))
      .filter((until) => until <= addMonths(TODAY, 6))
      .map((until): Change => ({ kind: 'wait', until })),
  ]
}
