/**
 * What would have to change: the smallest set of changes after which a need really is eligible for a product. Pure, and
 * only a search: whether a set does it, the judge says.
 */
import { addDays, addMonths, type Day } from '../calendar/calendar'
import { teaserOn } from '../need/teaser'
import {
  isSet,
  type Criterion,
  type ProductTerms,
  type Quantifier,
  type SetValue,
} from '../product/product'
import { costAt } from '../product/product-costs'
import {
  validQualifications,
  type CollateralKind,
  type Facts,
  type QualificationKind,
} from '../profile/profile'
import { judge } from './judge'
import { failedHard, noRecord, type Change, type JudgedNeed, type Rule } from './match'

/** Waiting longer is no step but a plan. */
const WAIT_MOST_MONTHS = 6

/** Whether the company brings it about by amending its need; the others take a certificate, or time. */
export function isAmendable({ kind }: Change): boolean {
  return kind === 'amount' || kind === 'tenor' || kind === 'collateral'
}

/** The need and the day after some changes. */
export function applyChanges(
  need: JudgedNeed,
  today: Day,
  changes: readonly Change[],
): { need: JudgedNeed; today: Day } {
  let { terms, facts, openFen, teaser } = need
  let day = today
  for (const change of changes) {
    switch (change.kind) {
      case 'amount':
        terms = { ...terms, amountFen: (terms.amountFen ?? openFen) - openFen + change.fen }
        openFen = change.fen
        break
      case 'tenor':
        terms = { ...terms, tenorMonths: change.months }
        break
      case 'collateral':
        terms = { ...terms, collateral: [...terms.collateral, ...change.add] }
        break
      case 'certificate':
        facts = {
          ...facts,
          certificatesKnown: true,
          qualifications: [...facts.qualifications, certified(change, today)],
        }
        break
      case 'wait':
        day = change.until
        break
    }
  }
  teaser = teaser && teaserOn(teaser, facts, day)
  return { need: { terms, facts, openFen, ...(teaser ? { teaser } : {}) }, today: day }
}

function certified({ certificate }: { certificate: QualificationKind }, today: Day) {
  const never = { number: null, issuer: null, validTo: null }
  return { kind: certificate, level: 'municipal' as const, validFrom: today, ...never }
}

const setsOf = (criteria: readonly Criterion[], fact: 'collateral' | 'qualification') =>
  criteria.filter(isSet).filter((criterion) => criterion.hard && criterion.fact === fact)

const valuesOf = <Value extends SetValue>(
  sets: ReturnType<typeof setsOf>,
  quantifier: Quantifier,
): Value[] => [
  ...new Set(
    sets.filter((one) => one.quantifier === quantifier).flatMap(({ values }) => values as Value[]),
  ),
]

/** Not under half of what was asked, and, where a product begins higher, not over twice of it. */
function amounts({ openFen }: JudgedNeed, product: ProductTerms): Change[] {
  if (openFen > product.amountMaxFen)
    return 2 * product.amountMaxFen < openFen ? [] : [{ kind: 'amount', fen: product.amountMaxFen }]
  return product.amountMinFen > 2 * openFen ? [] : [{ kind: 'amount', fen: product.amountMinFen }]
}

/** The nearest tenors of the product, shorter and longer, at which its cost is within the ceiling. */
function tenors({ terms }: JudgedNeed, product: ProductTerms): Change[] {
  const { tenorMinMonths, tenorMaxMonths: most } = product
  if (most === null) return []
  const { tenorMonths: asked, maxCostBp } = terms
  const least = tenorMinMonths ?? 1
  const within = Array.from({ length: most - least + 1 }, (_, more) => least + more).filter(
    (months) => months !== asked && (costAt(product, months) ?? 0) <= (maxCostBp ?? Infinity),
  )
  const [from, to] = [asked ?? most, asked ?? least]
  const nearest = [within.findLast((one) => one <= from), within.find((one) => one >= to)]
  return nearest.flatMap((months) => (months === undefined ? [] : [{ kind: 'tenor', months }]))
}

/** All that must be there, and one of what may: each on its own is a way. */
function collaterals({ terms }: JudgedNeed, product: ProductTerms): Change[] {
  const sets = setsOf(product.criteria, 'collateral')
  const lacks = (kind: CollateralKind) => !terms.collateral.includes(kind)
  const needed = valuesOf<CollateralKind>(sets, 'all').filter(lacks)
  const ways = valuesOf<CollateralKind>(sets, 'any').filter(lacks)
  const additions = [needed, ...ways.map((kind) => [...new Set([...needed, kind])])]
  return additions.filter((add) => add.length > 0).map((add) => ({ kind: 'collateral', add }))
}

/** Those asked for that are not held, or not for as long as one may have to wait. */
function certificates({ facts }: JudgedNeed, product: ProductTerms, today: Day): Change[] {
  const last = addMonths(today, WAIT_MOST_MONTHS)
  const held = validQualifications(facts, today)
    .filter(({ validTo }) => validTo === null || validTo >= last)
    .map(({ kind }) => kind)
  const sets = setsOf(product.criteria, 'qualification')
  return [
    ...new Set([
      ...valuesOf<QualificationKind>(sets, 'all'),
      ...valuesOf<QualificationKind>(sets, 'any'),
    ]),
  ]
    .filter((kind) => !held.includes(kind))
    .map((certificate) => ({ kind: 'certificate', certificate }))
}

/** The days within half a year on which the company comes of age, or a certificate begins or ends. */
function waits({ facts }: JudgedNeed, product: ProductTerms, today: Day): Change[] {
  const last = addMonths(today, WAIT_MOST_MONTHS)
  const days = [...birthdays(facts, product), ...turns(facts)].filter(
    (day) => day > today && day <= last,
  )
  return [...new Set(days)].toSorted().map((until) => ({ kind: 'wait', until }))
}

function birthdays({ foundedOn }: Facts, { criteria }: ProductTerms): Day[] {
  return criteria.flatMap((criterion) => {
    if (!criterion.hard || criterion.fact !== 'age' || !('min' in criterion)) return []
    if (criterion.min === null || foundedOn === null) return []
    return [addMonths(foundedOn, criterion.min)]
  })
}

function turns({ qualifications }: Facts): Day[] {
  return qualifications.flatMap(({ validFrom, validTo }) => [
    validFrom,
    ...(validTo === null ? [] : [addDays(validTo, 1)]),
  ])
}

/** Rules that a company can change, or time; and the changes worth a try where one of them fails. */
interface Group {
  rules: readonly Rule[]
  ways: (need: JudgedNeed, product: ProductTerms, today: Day) => Change[]
}

/** A change moves the rules of its own group and no other: each group is mended apart. */
export const groups: readonly Group[] = [
  { rules: ['amount'], ways: amounts },
  { rules: ['tenor', 'cost'], ways: tenors },
  { rules: ['collateral'], ways: collaterals },
  {
    rules: ['qualification', 'age'],
    ways: (need, product, today) => [
      ...certificates(need, product, today),
      ...waits(need, product, today),
    ],
  },
]
const changeable = groups.flatMap(({ rules }) => rules)

/** Smaller is nearer: what is in the company's power first, then less of it. */
function weight(change: Change, { terms, facts, openFen }: JudgedNeed): number[] {
  switch (change.kind) {
    case 'amount':
      return [
        0,
        terms.leastFen !== null && change.fen < terms.leastFen ? 1 : 0,
        Math.abs(openFen - change.fen) / openFen,
      ]
    case 'tenor':
      return [0, 0, Math.abs((terms.tenorMonths ?? 0) - change.months) / 360]
    case 'collateral':
      return [
        0,
        change.add.every((kind) => facts.collateral.includes(kind)) ? 0 : 1,
        change.add.length,
      ]
    case 'certificate':
      // One that is granted and only not yet valid need not be applied for.
      return [
        facts.qualifications.some(
          ({ kind, validFrom }) => kind === change.certificate && validFrom > facts.asOf,
        )
          ? 3
          : 1,
        0,
        0,
      ]
    case 'wait':
      return [2, 0, Date.parse(change.until)]
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at === -1 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? 0)
}

/** Which of two sets of changes is nearer; below zero is the first. */
export function compareChanges(
  a: readonly Change[],
  b: readonly Change[],
  need: JudgedNeed,
): number {
  const heavy = (set: readonly Change[]) =>
    set
      .map((change) => weight(change, need))
      .toSorted((one, other) => compare(other, one))
      .flat()
  return a.length - b.length || compare(heavy(a), heavy(b))
}

const failing = (need: JudgedNeed, product: ProductTerms, today: Day) =>
  failedHard(judge(need, product, today, noRecord).rows)

const pairsOf = (one: readonly Change[], other: readonly Change[]) =>
  one.flatMap((first) => other.map((second) => [first, second]))

/** What mends the rules of a group: single changes, and pairs of two kinds. */
function mend({ rules, ways }: Group, need: JudgedNeed, product: ProductTerms, today: Day) {
  const criteria = product.criteria.filter(({ fact }) => rules.includes(fact))
  const does = (changes: Change[]) => {
    const after = applyChanges(need, today, changes)
    const failed = failing(after.need, { ...product, criteria }, after.today)
    return !failed.some((rule) => rules.includes(rule))
  }
  const tried = ways(need, product, today)
  const ofFirstKind = ({ kind }: Change) => kind === tried[0]?.kind
  return {
    singles: tried.filter((change) => does([change])),
    pairs: () =>
      pairsOf(
        tried.filter(ofFirstKind),
        tried.filter((change) => !ofFirstKind(change)),
      ).filter(does),
  }
}

/**
 * The smallest set of at most two changes after which the judge says eligible; null where it is eligible already or
 * nothing so small helps. Of several sets the one most in the company's power. `failed` are the hard rules that fail now,
 * where they are known.
 */
export function nearMiss(
  need: JudgedNeed,
  product: ProductTerms,
  today: Day,
  failed: readonly Rule[] = failing(need, product, today),
): Change[] | null {
  if (!failed.every((rule) => changeable.includes(rule))) return null
  // Where no tenor brings the cost within the ceiling, nothing that a company can change does.
  if ((costAt(product, null) ?? 0) > (need.terms.maxCostBp ?? Infinity)) return null
  const missed = groups.filter(({ rules }) => rules.some((rule) => failed.includes(rule)))
  if (missed.length > 2) return null
  const [one, other] = missed.map((group) => mend(group, need, product, today))
  if (!one) return null
  const nearest = (sets: Change[][]) =>
    sets.toSorted((a, b) => compareChanges(a, b, need))[0] ?? null
  if (other) return nearest(pairsOf(one.singles, other.singles))
  return nearest(one.singles.map((change) => [change])) ?? nearest(one.pairs())
}

/**
 * The product with every limit as far out as a near miss may lie beyond it, and without what one change may mend: a need
 * that misses it by a step fits this one. Only a generator of candidates.
 */
export function stretched(product: ProductTerms): ProductTerms {
  const lowest = costAt(product, null)
  return {
    ...product,
    amountMinFen: Math.floor(product.amountMinFen / 2),
    amountMaxFen: 2 * product.amountMaxFen,
    tenorMinMonths: null,
    tenorMaxMonths: null,
    costsBp: lowest === null ? null : [lowest],
    criteria: product.criteria.flatMap((criterion) => {
      if (!criterion.hard || !changeable.includes(criterion.fact)) return [criterion]
      if (criterion.fact !== 'age' || !('min' in criterion) || criterion.max === null) return []
      return [{ ...criterion, min: null }]
    }),
  }
}
