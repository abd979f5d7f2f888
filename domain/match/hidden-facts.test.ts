/** What a financier can find out before consent, whatever it asks: nothing finer than two steps, and no place but the teaser's. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chains } from '../chain/chain'
import { hiddenSteps, type SteppedFact } from '../threshold/threshold'
import { teaserOf, widenings } from '../need/teaser'
import { districts, zones } from '../place/place'
import { criterionSchema, type Criterion, type ProductTerms } from '../product/product'
import type { Facts } from '../profile/profile'
import { facts as someFacts, need, product, terms, TODAY } from '../testing/judged'
import { judge } from './judge'
import { maskChanges, maskLeadRows, noRecord, type JudgedNeed } from './match'
import { nearMiss } from './near-miss'

/** Everything of one lead that reaches its financier, and whether it is one, may be claimed, or just misses. */
function toldOf(one: JudgedNeed, offered: ProductTerms) {
  const { rows, ...judgement } = judge(one, offered, TODAY, noRecord)
  const changes = nearMiss(one, offered, TODAY)
  return JSON.stringify([judgement, maskLeadRows(rows), changes && maskChanges(changes)])
}

const stepped = Object.keys(hiddenSteps) as SteppedFact[]

/** Any tests on hidden facts that a product may have, hard and soft alike. */
const probes: fc.Arbitrary<Criterion[]> = fc.array(
  fc.constantFrom(...stepped).chain((fact) => {
    const bound = fc.option(fc.constantFrom<number>(...hiddenSteps[fact]), { nil: null })
    return fc.record({ fact: fc.constant(fact), min: bound, max: bound, hard: fc.boolean() })
  }),
  { minLength: 1, maxLength: 30 },
)

/** Two figures of a fact that lie between the same two steps. */
function twoBetween(fact: SteppedFact): fc.Arbitrary<[number, number]> {
  const steps: readonly number[] = hiddenSteps[fact]
  return fc.nat(steps.length - 2).chain((place) => {
    const [from = 0, to = 0] = [steps[place], steps[place + 1]]
    const within = fc.integer({ min: Math.min(from + 1, to), max: Math.max(to - 1, from) })
    return fc.tuple(within, within)
  })
}

const inside = fc.record({
  revenue: twoBetween('revenue'),
  profit: twoBetween('profit'),
  spend: twoBetween('rd-spend'),
  ratio: twoBetween('debt-ratio'),
})

function withFigures(place: 0 | 1, drawn: typeof inside extends fc.Arbitrary<infer D> ? D : never) {
  const facts: Partial<Facts> = {
    debtRatioBp: drawn.ratio[place],
    years: [
      {
        year: 2023,
        revenueFen: drawn.revenue[place],
        profitFen: drawn.profit[place],
        rdSpendFen: drawn.spend[place],
      },
    ],
  }
  const all = { ...someFacts, ...facts }
  return { ...need({ facts }), teaser: teaserOf(terms, all, 'none', TODAY) }
}

describe('of two companies whose figures lie between the same steps', () => {
  test('every product, with any thirty tests, tells the same to the byte', () => {
    fc.assert(
      fc.property(inside, probes, (drawn, criteria) => {
        const offered = { ...product, criteria }
        expect(toldOf(withFigures(0, drawn), offered)).toBe(toldOf(withFigures(1, drawn), offered))
      }),
      { numRuns: 400 },
    )
  })

  test('and the five products of the attack, at thresholds of their own, cannot be written', () => {
    const wan = 1_000_000
    for (const figure of [2_405, 2_400, 2_800, 1_001, 23])
      for (const hard of [true, false])
        expect(
          criterionSchema.safeParse({ fact: 'revenue', min: figure * wan, max: null, hard })
            .success,
        ).toBe(false)
    for (const step of hiddenSteps.revenue)
      expect(
        criterionSchema.safeParse({ fact: 'revenue', min: step, max: null, hard: true }).success,
      ).toBe(true)
    expect(
      criterionSchema.safeParse({ fact: 'debt-ratio', min: null, max: 6_999, hard: false }).success,
    ).toBe(false)
  })
})

describe('of two companies of one teaser', () => {
  const place = fc.record({
    district: fc.constantFrom(...districts),
    zone: fc.option(fc.constantFrom(...zones), { nil: null }),
    further: fc.array(fc.constantFrom(...chains.slice(1)), { maxLength: 2 }),
    staff: fc.integer({ min: 50, max: 99 }),
    inventionPatents: fc.integer({ min: 0, max: 7 }),
  })
  const tests: fc.Arbitrary<Criterion[]> = fc.array(
    fc.oneof(
      fc.record({
        fact: fc.constant('district' as const),
        quantifier: fc.constantFrom('any' as const, 'none' as const),
        values: fc.uniqueArray(fc.constantFrom(...districts), { minLength: 1, maxLength: 12 }),
        hard: fc.boolean(),
      }),
      fc.record({
        fact: fc.constant('zone' as const),
        quantifier: fc.constantFrom('any' as const, 'none' as const),
        values: fc.uniqueArray(fc.constantFrom(...zones), { minLength: 1, maxLength: 6 }),
        hard: fc.boolean(),
      }),
      fc.record({
        fact: fc.constant('chain' as const),
        quantifier: fc.constantFrom('any' as const, 'all' as const, 'none' as const),
        values: fc.uniqueArray(fc.constantFrom(...chains), { minLength: 1, maxLength: 3 }),
        hard: fc.boolean(),
      }),
      fc.record({
        fact: fc.constantFrom('staff' as const, 'patents' as const),
        min: fc.integer({ min: 0, max: 120 }),
        max: fc.constant(null),
        hard: fc.boolean(),
      }),
      fc.record({ fact: fc.constant('white-listed' as const), hard: fc.boolean() }),
    ),
    { minLength: 1, maxLength: 13 },
  )

  test('no district, zone, further chain, head count or standing is told apart', () => {
    let compared = 0
    fc.assert(
      fc.property(
        place,
        place,
        fc.constantFrom(...widenings),
        fc.boolean(),
        tests,
        (one, other, widening, listed, criteria) => {
          const told = ({ further, ...drawn }: typeof one, whiteListed: Facts['whiteListed']) => {
            const facts: Facts = {
              ...someFacts,
              ...drawn,
              otherPatents: 2,
              chains: [chains[0], ...further],
              whiteListed,
            }
            return { ...need({ facts }), teaser: teaserOf(terms, facts, widening, TODAY) }
          }
          const [first, second] = [told(one, []), told(other, listed ? [chains[0]] : [])]
          fc.pre(JSON.stringify(first.teaser) === JSON.stringify(second.teaser))
          compared++
          const offered = { ...product, criteria }
          expect(toldOf(first, offered)).toBe(toldOf(second, offered))
        },
      ),
      { numRuns: 400 },
    )
    expect(compared).toBeGreaterThan(200)
  })

  test('thirteen districts, one after the other, tell nothing of a place that was widened', () => {
    const facts: Facts = { ...someFacts, district: 'lantian', zone: null }
    const lead = { ...need({ facts }), teaser: teaserOf(terms, facts, 'city', TODAY) }
    const told = districts.map(
      (district) =>
        judge(
          lead,
          {
            ...product,
            criteria: [{ fact: 'district', quantifier: 'any', values: [district], hard: true }],
          },
          TODAY,
          noRecord,
        ).eligible,
    )
    expect(new Set(told)).toEqual(new Set([true]))
  })
})

test('a preference on a hidden fact ranks, and shows no verdict', () => {
  const criteria: Criterion[] = [
    { fact: 'revenue', min: hiddenSteps.revenue[3] ?? null, max: null, hard: false },
  ]
  const facts = { ...someFacts }
  const { rows } = judge(
    { ...need({ facts }), teaser: teaserOf(terms, facts, 'none', TODAY) },
    { ...product, criteria },
    TODAY,
    noRecord,
  )
  expect(maskLeadRows(rows).at(-1)).toMatchObject({ verdict: 'untold', actual: null })
})
