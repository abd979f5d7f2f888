/** What a product asks of a company: tests on facts, each a must or a preference. */
import * as z from 'zod'
import { chains, type Chain } from '../chain/chain'
import { useKinds, type UseKind } from '../need/need'
import { isStep, isStepped } from '../threshold/threshold'
import { districts, zones, type District, type Zone } from '../place/place'
import {
  collateralKinds,
  qualificationKinds,
  stages,
  type CollateralKind,
  type QualificationKind,
  type Stage,
} from '../profile/profile'

/** Facts a range tests, with the unit of their bounds. */
export const rangeFacts = {
  age: 'months',
  staff: 'people',
  'rd-staff': 'people',
  revenue: 'fen',
  profit: 'fen',
  'rd-spend': 'fen',
  'debt-ratio': 'bp',
  patents: 'count',
} as const
export type RangeFact = keyof typeof rangeFacts
export type RangeUnit = (typeof rangeFacts)[RangeFact]
const rangeFactCodes = Object.keys(rangeFacts) as [RangeFact, ...RangeFact[]]

/** Facts a set tests, with the list its values come from. */
export const setFacts = {
  district: districts,
  zone: zones,
  chain: chains,
  stage: stages,
  qualification: qualificationKinds,
  collateral: collateralKinds,
  use: useKinds,
} as const
export type SetFact = keyof typeof setFacts
export type SetValue =
  District | Zone | Chain | Stage | QualificationKind | CollateralKind | UseKind
const setFactCodes = Object.keys(setFacts) as [SetFact, ...SetFact[]]

export const flagFacts = ['white-listed', 'profitable'] as const
export type FlagFact = (typeof flagFacts)[number]

export type CriterionFact = RangeFact | SetFact | FlagFact

/** Facts whose exact value the teaser does not hold: before consent their *actual* reads within or outside. */
export const hiddenFacts: readonly CriterionFact[] = [
  'rd-staff',
  'revenue',
  'profit',
  'rd-spend',
  'debt-ratio',
  'profitable',
  'stage',
]
export const quantifiers = ['any', 'all', 'none'] as const
export type Quantifier = (typeof quantifiers)[number]

export type Criterion =
  | { fact: RangeFact; min: number | null; max: number | null; hard: boolean }
  | { fact: SetFact; quantifier: Quantifier; values: SetValue[]; hard: boolean }
  | { fact: FlagFact; hard: boolean }

export function isRange(
  criterion: Criterion,
): criterion is Extract<Criterion, { min: number | null }> {
  return Object.hasOwn(rangeFacts, criterion.fact)
}

export function isSet(
  criterion: Criterion,
): criterion is Extract<Criterion, { values: SetValue[] }> {
  return Object.hasOwn(setFacts, criterion.fact)
}

const bound = z.number().int().min(-1e15).max(1e15).nullable()

const rangeCriterion = z
  .object({ fact: z.enum(rangeFactCodes), min: bound, max: bound, hard: z.boolean() })
  .check((context) => {
    const { min, max } = context.value
    const say = (message: string) =>
      context.issues.push({
        code: 'custom',
        message,
        path: ['min'],
        input: context.value,
        // Else the union of criteria would say only that none of its kinds fits.
        continue: true,
      })
    if (min === null && max === null) say('bound-missing')
    if (min !== null && max !== null && min > max) say('min-over-max')
    const { fact } = context.value
    if (isStepped(fact) && [min, max].some((figure) => figure !== null && !isStep(fact, figure)))
      say('off-step')
  })

/** Typed by what the check below holds: each value stands in the list of its fact. */
const setValue = z.custom<SetValue>((value) => typeof value === 'string')

const setCriterion = z
  .object({
    fact: z.enum(setFactCodes),
    quantifier: z.enum(quantifiers),
    values: z.array(setValue).min(1, 'required').max(30, 'too-many'),
    hard: z.boolean(),
  })
  .check((context) => {
    const known: readonly string[] = setFacts[context.value.fact]
    if (context.value.values.some((value) => !known.includes(value))) {
      context.issues.push({
        code: 'custom',
        message: 'unknown-value',
        path: ['values'],
        input: context.value,
        continue: true,
      })
    }
  })

const flagCriterion = z.object({ fact: z.enum(flagFacts), hard: z.boolean() })

export const criterionSchema = z.union([rangeCriterion, setCriterion, flagCriterion])

/** Values that a criterion still names though its list no longer holds them: a chain or kind that was retired. */
export function retiredValues(criteria: readonly Criterion[]): { fact: SetFact; value: string }[] {
  return criteria
    .filter(isSet)
    .flatMap(({ fact, values }) =>
      values
        .filter((value) => !(setFacts[fact] as readonly string[]).includes(value))
        .map((value) => ({ fact, value })),
    )
}

/** Facts of which a company has one value; it need not lie in a zone. */
const singleFacts: readonly SetFact[] = ['district', 'zone', 'stage', 'use']
/** A profile names no more chains than this. */
const CHAINS_MOST = 3

function noCompanyHas(fact: SetFact, sets: Extract<Criterion, { quantifier: Quantifier }>[]) {
  const of = (quantifier: Quantifier) => sets.filter((one) => one.quantifier === quantifier)
  const needed = new Set(of('all').flatMap(({ values }) => values))
  const barred = new Set(of('none').flatMap(({ values }) => values))
  const ways = of('any').map(({ values }) => values.filter((value) => !barred.has(value)))
  if ([...needed].some((value) => barred.has(value))) return true
  if (ways.some((values) => values.length === 0)) return true
  if (fact === 'chain') return needed.size > CHAINS_MOST
  if (!singleFacts.includes(fact)) return false
  if (fact === 'zone' && needed.size === 0 && ways.length === 0) return false
  return !(setFacts[fact] as readonly SetValue[]).some(
    (value) =>
      !barred.has(value) &&
      [...needed].every((other) => other === value) &&
      ways.every((values) => values.includes(value)),
  )
}

function noFigureLies(ranges: Extract<Criterion, { min: number | null }>[]): boolean {
  const least = Math.max(...ranges.map(({ min }) => min ?? -Infinity))
  return least > Math.min(...ranges.map(({ max }) => max ?? Infinity))
}

/** The fact on which hard criteria ask for what no company can have, or null. */
export function contradictingFact(criteria: readonly Criterion[]): CriterionFact | null {
  const hard = criteria.filter((criterion) => criterion.hard)
  for (const fact of new Set(hard.map((criterion) => criterion.fact))) {
    const own = hard.filter((criterion) => criterion.fact === fact)
    // One that is wrong by itself says so by itself.
    const sets = own.filter(isSet).filter(({ values }) => values.length > 0)
    const ranges = own.filter(isRange).filter((range) => !noFigureLies([range]))
    if (noFigureLies(ranges)) return fact
    if (sets[0] && noCompanyHas(sets[0].fact, sets)) return fact
  }
  const profit = hard.filter(isRange).filter(({ fact }) => fact === 'profit')
  const inProfit = hard.some(({ fact }) => fact === 'profitable')
  return inProfit && profit.some(({ max }) => max !== null && max <= 0) ? 'profit' : null
}

/** One criterion as text, whatever order its fields and values were written or stored in. */
function canonical(criterion: Criterion): string {
  const { fact, hard } = criterion
  if (isRange(criterion)) return JSON.stringify([fact, hard, criterion.min, criterion.max])
  if (isSet(criterion))
    return JSON.stringify([fact, hard, criterion.quantifier, criterion.values.toSorted()])
  return JSON.stringify([fact, hard])
}

/** The tests on a fact as one text, hard and soft alike, the same whatever order they stand in; empty where there are none. */
export function thresholdsOf(criteria: readonly Criterion[], fact: CriterionFact): string {
  return criteria
    .filter((one) => one.fact === fact)
    .map((one) => canonical({ ...one, hard: true }))
    .toSorted()
    .join()
}
