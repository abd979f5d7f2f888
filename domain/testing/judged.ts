/** A need and a product for the tests of the judge: everything fits, and a case changes what it is about. */
import * as fc from 'fast-check'
import { hiddenSteps, type SteppedFact } from '../threshold/threshold'
import type { JudgedNeed } from '../match/match'
import { emptyTerms, type NeedTerms } from '../need/need'
import type { ProductTerms, SetValue } from '../product/product'
import { emptyProfile, factsOf, type Facts } from '../profile/profile'

export const WAN = 1_000_000
export const TODAY = '2024-05-15'

export const facts: Facts = {
  ...factsOf(emptyProfile, [], TODAY),
  district: 'yanta',
  zone: 'high-tech',
  chains: ['photonics'],
  certificatesKnown: true,
  stage: 'growth',
  foundedOn: '2019-03-10',
  staff: 64,
  rdStaff: 20,
  debtRatioBp: 4_500,
  debtRatioYear: 2023,
  inventionPatents: 4,
  otherPatents: 2,
  years: [{ year: 2023, revenueFen: 3_000 * WAN, profitFen: 200 * WAN, rdSpendFen: 300 * WAN }],
  qualifications: [
    {
      kind: 'high-tech-enterprise',
      level: 'national',
      number: 'GR1',
      issuer: null,
      validFrom: '2021-11-25',
      validTo: '2024-11-24',
    },
  ],
}

export const terms: NeedTerms = {
  ...emptyTerms,
  classes: ['credit-loan'],
  useKind: 'working-capital',
  words: 'words',
  amountFen: 500 * WAN,
  leastFen: 100 * WAN,
  tenorMonths: 12,
  maxCostBp: 500,
  wantedBy: '2024-07-01',
}

export const product: ProductTerms = {
  class: 'credit-loan',
  amountMinFen: 100 * WAN,
  amountMaxFen: 1_000 * WAN,
  tenorMinMonths: 6,
  tenorMaxMonths: 24,
  rateMinBp: 345,
  rateMaxBp: 450,
  feeBp: 0,
  repayment: 'interest-monthly',
  costsBp: Array<number>(19).fill(345),
  criteria: [],
}

export function need(
  more: { facts?: Partial<Facts>; terms?: Partial<NeedTerms>; openFen?: number } = {},
): JudgedNeed {
  const asked = { ...terms, ...more.terms }
  return {
    facts: { ...facts, ...more.facts },
    terms: asked,
    openFen: more.openFen ?? asked.amountFen ?? 0,
  }
}

const nullable = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null })

/** The facts that no financier reads before consent, as they may be. */
export const hiddenParts: fc.Arbitrary<Partial<Facts>> = fc.record({
  rdStaff: nullable(fc.integer({ min: 0, max: 60 })),
  stage: nullable(fc.constantFrom('seed' as const, 'growth' as const, 'mature' as const)),
  debtRatioBp: nullable(fc.integer({ min: 0, max: 12_000 })),
  debtRatioYear: nullable(fc.constantFrom(2022, 2023)),
  years: fc
    .record({
      year: fc.constantFrom(2021, 2022, 2023),
      revenueFen: nullable(fc.integer({ min: 0, max: 9_000 * WAN })),
      profitFen: nullable(fc.integer({ min: -500 * WAN, max: 900 * WAN })),
      rdSpendFen: nullable(fc.integer({ min: 0, max: 900 * WAN })),
    })
    .map((figures) => [figures]),
  whiteListed: fc.constantFrom<Facts['whiteListed']>([], ['photonics']),
})

const bounds = (most: number) =>
  fc
    .tuple(nullable(fc.integer({ min: 0, max: most })), nullable(fc.integer({ min: 0, max: most })))
    .map(([one, other]) => {
      if (one === null && other === null) return { min: 0, max: null }
      return one !== null && other !== null
        ? { min: Math.min(one, other), max: Math.max(one, other) }
        : { min: one, max: other }
    })

/** Bounds on published steps. */
function steppedBounds(fact: SteppedFact) {
  const steps: readonly number[] = hiddenSteps[fact]
  return bounds(steps.length - 1).map(({ min, max }) => ({
    min: min === null ? null : (steps[min] ?? null),
    max: max === null ? null : (steps[max] ?? null),
  }))
}

/** Criteria of every kind. */
export const criteria: fc.Arbitrary<ProductTerms['criteria']> = fc.array(
  fc.oneof(
    fc
      .record({ fact: fc.constant('age' as const), hard: fc.boolean() })
      .chain((rest) => bounds(120).map((range) => ({ ...rest, ...range }))),
    fc
      .record({
        fact: fc.constantFrom('staff' as const, 'patents' as const),
        hard: fc.boolean(),
      })
      .chain((rest) => bounds(100).map((range) => ({ ...rest, ...range }))),
    fc
      .record({
        fact: fc.constantFrom(...(Object.keys(hiddenSteps) as SteppedFact[])),
        hard: fc.boolean(),
      })
      .chain((rest) => steppedBounds(rest.fact).map((range) => ({ ...rest, ...range }))),
    fc.record({
      fact: fc.constant('stage' as const),
      quantifier: fc.constantFrom('any' as const, 'none' as const),
      values: fc.constantFrom<SetValue[]>(['seed'], ['growth', 'mature']),
      hard: fc.boolean(),
    }),
    fc.record({
      fact: fc.constantFrom('white-listed' as const, 'profitable' as const),
      hard: fc.boolean(),
    }),
  ),
  { maxLength: 6 },
)
