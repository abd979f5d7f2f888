/** Any need and any product, for the fast paths of matching that are held against the judge. Few values, so that many meet. */
import * as fc from 'fast-check'
import { chains } from '../chain/chain'
import type { JudgedNeed } from '../match/match'
import { useKinds, type NeedTerms } from '../need/need'
import { districts, zones } from '../place/place'
import { classes, comparesCost } from '../product/classes'
import {
  flagFacts,
  quantifiers,
  rangeFacts,
  setFacts,
  type Criterion,
  type ProductTerms,
  type RangeFact,
  type SetFact,
  type SetValue,
} from '../product/product'
import { collateralKinds, qualificationKinds, stages, type Facts } from '../profile/profile'
import { teaserOf, widenings, type Teaser } from '../need/teaser'
import { facts as someFacts, terms as someTerms, TODAY, WAN } from './judged'

const usual = classes.slice(0, 5)
const nullable = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.option(arbitrary, { nil: null, freq: 4 })
const some = <Value>(list: readonly Value[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...list), { maxLength: most })
const step = (least: number, most: number, size: number) =>
  fc.integer({ min: least, max: most }).map((steps) => steps * size)
const dayIn = (from: string, to: string) =>
  fc
    .date({
      min: new Date(`${from}T00:00:00Z`),
      max: new Date(`${to}T00:00:00Z`),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 10))
const fen = step(0, 12, 100 * WAN)

const facts: fc.Arbitrary<Facts> = fc
  .record({
    district: nullable(fc.constantFrom(...districts)),
    zone: nullable(fc.constantFrom(...zones)),
    chains: some(chains, 3),
    noChain: fc.boolean(),
    certificatesKnown: fc.boolean(),
    stage: nullable(fc.constantFrom(...stages)),
    foundedOn: nullable(dayIn('2019-01-01', '2024-07-01')),
    staff: nullable(step(0, 10, 10)),
    rdStaff: nullable(step(0, 10, 10)),
    debtRatioBp: nullable(step(0, 10, 1_000)),
    inventionPatents: nullable(step(0, 3, 1)),
    otherPatents: nullable(step(0, 3, 1)),
    years: fc.array(
      fc.record({
        year: fc.constantFrom(2021, 2022, 2023),
        revenueFen: nullable(fen),
        profitFen: nullable(step(-3, 6, 100 * WAN)),
        rdSpendFen: nullable(fen),
      }),
      { maxLength: 2 },
    ),
    qualifications: fc.array(
      fc.record({
        kind: fc.constantFrom(...qualificationKinds),
        level: fc.constant('national' as const),
        number: fc.constant(null),
        issuer: fc.constant(null),
        validFrom: dayIn('2024-05-01', '2024-05-20'),
        validTo: nullable(dayIn('2024-05-10', '2024-05-25')),
      }),
      { maxLength: 3 },
    ),
    whiteListed: some(chains, 1),
  })
  .map((drawn) => ({ ...someFacts, ...drawn }))

const terms: fc.Arbitrary<NeedTerms> = fc
  .record({
    classes: fc.uniqueArray(fc.constantFrom(...usual), { minLength: 1, maxLength: 4 }),
    useKind: nullable(fc.constantFrom(...useKinds)),
    inParts: fc.boolean(),
    partFen: nullable(step(1, 6, 100 * WAN)),
    tenorMonths: nullable(step(1, 6, 6)),
    collateral: some(collateralKinds, 4),
    maxCostBp: nullable(step(2, 8, 100)),
  })
  .map((drawn) => ({ ...someTerms, ...drawn }))

export const anyNeed: fc.Arbitrary<JudgedNeed> = fc.record({
  terms,
  facts,
  openFen: step(0, 12, 100 * WAN),
})

const sizes: Record<RangeFact, number> = {
  age: 6,
  staff: 10,
  'rd-staff': 10,
  revenue: 100 * WAN,
  profit: 100 * WAN,
  'rd-spend': 100 * WAN,
  'debt-ratio': 1_000,
  patents: 1,
}
const criterion: fc.Arbitrary<Criterion> = fc.oneof(
  fc
    .record({
      fact: fc.constantFrom(...(Object.keys(rangeFacts) as RangeFact[])),
      min: nullable(step(-1, 5, 1)),
      max: nullable(step(3, 11, 1)),
      hard: fc.boolean(),
    })
    .map(({ min, max, ...rest }) => ({
      ...rest,
      // One of the two is there.
      min: min === null ? (max === null ? 0 : null) : min * sizes[rest.fact],
      max: max === null ? null : max * sizes[rest.fact],
    })),
  fc.constantFrom(...(Object.keys(setFacts) as SetFact[])).chain((fact) =>
    fc.record({
      fact: fc.constant(fact),
      quantifier: fc.constantFrom(...quantifiers),
      values: fc.uniqueArray(fc.constantFrom(...(setFacts[fact] as readonly SetValue[])), {
        minLength: 1,
        maxLength: 5,
      }),
      hard: fc.boolean(),
    }),
  ),
  fc.record({ fact: fc.constantFrom(...flagFacts), hard: fc.boolean() }),
)

export const anyProduct: fc.Arbitrary<ProductTerms> = fc
  .record({
    class: fc.constantFrom(...usual),
    amounts: fc.tuple(step(1, 12, 100 * WAN), step(0, 8, 100 * WAN)),
    tenorMinMonths: nullable(step(1, 3, 6)),
    tenorMaxMonths: nullable(step(3, 6, 6)),
    rateMinBp: nullable(step(1, 7, 100)),
    costs: fc.array(step(1, 8, 100), { minLength: 36, maxLength: 36 }),
    criteria: fc.array(criterion, { maxLength: 5 }),
  })
  .map(({ amounts: [least, more], costs, ...rest }) => ({
    ...rest,
    repayment: 'interest-monthly' as const,
    costsBp:
      rest.rateMinBp === null || rest.tenorMaxMonths === null || !comparesCost(rest.class)
        ? null
        : costs.slice(0, rest.tenorMaxMonths - (rest.tenorMinMonths ?? 1) + 1),
    amountMinFen: least,
    amountMaxFen: least + more,
    rateMaxBp: null,
    feeBp: 0,
  }))

/** A need and what its teaser says of it, widened in any way. */
export const anyToldNeed: fc.Arbitrary<JudgedNeed & { teaser: Teaser }> = fc
  .tuple(anyNeed, fc.constantFrom(...widenings), fc.boolean())
  .map(([need, widening, showWhiteList]) => {
    const { amountFen, useKind, wantedBy } = { ...someTerms, ...need.terms }
    const whole = {
      ...need.terms,
      amountFen: amountFen ?? 1,
      useKind: useKind ?? 'working-capital',
      wantedBy: wantedBy ?? '2024-07-01',
      showWhiteList,
    }
    return { ...need, teaser: teaserOf(whole, need.facts, widening, TODAY) }
  })
