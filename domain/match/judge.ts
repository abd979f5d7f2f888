/**
 * The one judge: one need and one product give rule rows, a verdict and a fit. Pure: integers only, no clock, no I/O;
 * the same inputs give the same bytes. An *unknown* never blocks. The fit only ranks, it never decides.
 */
import type { Day } from '../calendar/calendar'
import type { NeedTerms } from '../need/need'
import { costAt } from '../product/product-costs'
import {
  isRange,
  isSet,
  rangeFacts,
  type Criterion,
  type ProductTerms,
  type Quantifier,
} from '../product/product'
import { codesOf, figureOf, flagOf, type Known } from './known-facts'
import {
  answeredShare,
  RULES_VERSION,
  type Actual,
  type FitParts,
  type JudgedNeed,
  type Judgement,
  type Required,
  type Rule,
  type RuleRow,
  type TrackRecord,
  type Verdict,
} from './match'

/** Whether a product's range holds the amount still open or, in parts, any part of the size allowed. */
function holdsAmount(
  product: Pick<ProductTerms, 'amountMinFen' | 'amountMaxFen'>,
  terms: Pick<NeedTerms, 'inParts' | 'partFen'>,
  openFen: number,
): boolean {
  if (openFen <= 0) return false
  const least = terms.inParts && terms.partFen !== null ? Math.min(terms.partFen, openFen) : openFen
  return least <= product.amountMaxFen && openFen >= product.amountMinFen
}

function holdsSet(
  quantifier: Quantifier,
  wanted: readonly string[],
  actual: readonly string[],
): boolean {
  if (quantifier === 'any') return wanted.some((value) => actual.includes(value))
  if (quantifier === 'all') return wanted.every((value) => actual.includes(value))
  return !wanted.some((value) => actual.includes(value))
}

function verdictOf(known: boolean, passes: boolean): Verdict {
  return known ? (passes ? 'pass' : 'fail') : 'unknown'
}

function rangeVerdict(known: Known | null, min: number | null, max: number | null): Verdict {
  if (known === null) return 'unknown'
  const [least, most] = [min ?? -Infinity, max ?? Infinity]
  if (known.high < least || known.low > most) return 'fail'
  return known.low >= least && known.high <= most ? 'pass' : 'unknown'
}

function judgeCriterion(criterion: Criterion, need: JudgedNeed, today: Day): RuleRow {
  const { fact: rule, hard } = criterion
  const { asOf } = need.facts
  if (isRange(criterion)) {
    const known = figureOf(criterion.fact, need, today)
    const { min, max } = criterion
    return {
      rule,
      required: { kind: 'range', unit: rangeFacts[criterion.fact], min, max },
      actual: known && known.actual,
      source: 'profile',
      asOf,
      verdict: rangeVerdict(known, min, max),
      hard,
    }
  }
  if (isSet(criterion)) {
    const codes = codesOf(criterion.fact, need, today)
    return {
      rule,
      required: {
        kind: 'set',
        of: criterion.fact,
        quantifier: criterion.quantifier,
        values: criterion.values,
      },
      actual: codes && { kind: 'codes', of: criterion.fact, values: codes },
      source: criterion.fact === 'collateral' || criterion.fact === 'use' ? 'need' : 'profile',
      asOf,
      verdict: verdictOf(
        codes !== null,
        codes !== null && holdsSet(criterion.quantifier, criterion.values, codes),
      ),
      hard,
    }
  }
  const value = flagOf(criterion.fact, need)
  return {
    rule,
    required: { kind: 'flag', flag: criterion.fact },
    actual: value === null ? null : { kind: 'yes-no', value },
    source: criterion.fact === 'white-listed' ? 'white-list' : 'profile',
    asOf,
    verdict: verdictOf(value !== null, value === true),
    hard,
  }
}

function termRow(
  rule: Rule,
  required: Required,
  actual: Actual | null,
  asOf: Day,
  passes: boolean,
): RuleRow {
  const verdict = verdictOf(actual !== null, passes)
  return { rule, required, actual, source: 'need', asOf, verdict, hard: true }
}

function judgeTerms(need: JudgedNeed, product: ProductTerms): RuleRow[] {
  const { terms, openFen } = need
  const { asOf } = need.facts
  const rows: RuleRow[] = [
    termRow(
      'class',
      { kind: 'set', of: 'class', quantifier: 'any', values: [product.class] },
      { kind: 'codes', of: 'class', values: terms.classes },
      asOf,
      terms.classes.includes(product.class),
    ),
    termRow(
      'amount',
      { kind: 'range', unit: 'fen', min: product.amountMinFen, max: product.amountMaxFen },
      terms.inParts && terms.partFen !== null
        ? { kind: 'span', unit: 'fen', min: Math.min(terms.partFen, openFen), max: openFen }
        : { kind: 'figure', unit: 'fen', value: openFen },
      asOf,
      holdsAmount(product, terms, openFen),
    ),
  ]
  const { tenorMonths, maxCostBp } = terms
  const { tenorMinMonths: min, tenorMaxMonths: max } = product
  if (product.class !== 'equity' && (min !== null || max !== null)) {
    rows.push(
      termRow(
        'tenor',
        { kind: 'range', unit: 'months', min, max },
        tenorMonths === null ? null : { kind: 'figure', unit: 'months', value: tenorMonths },
        asOf,
        tenorMonths !== null &&
          tenorMonths >= (min ?? 0) &&
          tenorMonths <= (max ?? Number.MAX_SAFE_INTEGER),
      ),
    )
  }
  const costBp = costAt(product, tenorMonths)
  if (maxCostBp !== null && costBp !== null) {
    rows.push(
      termRow(
        'cost',
        { kind: 'range', unit: 'bp', min: costBp, max: null },
        { kind: 'figure', unit: 'bp', value: maxCostBp },
        asOf,
        maxCostBp >= costBp,
      ),
    )
  }
  return rows
}

/** Of 40. Half for the soft criteria (an unknown counts half), half for how near the amount lies to the middle. */
function preferencePart(rows: readonly RuleRow[], need: JudgedNeed, product: ProductTerms): number {
  const soft = rows.filter(({ hard }) => !hard)
  const points = soft.reduce(
    (sum, { verdict }) => sum + (verdict === 'pass' ? 2 : verdict === 'unknown' ? 1 : 0),
    0,
  )
  const fromSoft = soft.length === 0 ? 14 : Math.floor((20 * points) / (2 * soft.length))
  const width = product.amountMaxFen - product.amountMinFen
  if (width === 0) return fromSoft + 20
  const amount = Math.min(Math.max(need.openFen, product.amountMinFen), product.amountMaxFen)
  const offCentre = Math.abs(2 * amount - product.amountMinFen - product.amountMaxFen)
  return fromSoft + 20 - Math.floor((12 * offCentre) / width)
}

/** Who has no deal of the class yet begins between the average (14 of 28) and one that never finances such needs. */
const COLD_START = 10

/**
 * Of 40: 28 for how likely its deals make it, 12 for how fast it answers; and of both only the share of the requests
 * that it answers, where four answers are taken on trust: who never answers sinks, whatever it financed.
 */
function recordPart({ standing, medianAnswerHours, ...record }: TrackRecord): number {
  const fromDeals = standing === null ? COLD_START : Math.floor((28 * standing) / 1_000)
  const speed = medianAnswerHours === null ? 6 : Math.max(0, 12 - Math.floor(medianAnswerHours / 6))
  const { answered, asked } = answeredShare(record)
  return Math.floor(((fromDeals + speed) * answered) / asked)
}

function completenessPart(rows: readonly RuleRow[]): number {
  const hard = rows.filter((row) => row.hard)
  return Math.floor((20 * hard.filter(({ verdict }) => verdict !== 'unknown').length) / hard.length)
}

/** Judges one need and one product on a day, with a snapshot of the financier's record. */
export function judge(
  need: JudgedNeed,
  product: ProductTerms,
  today: Day,
  record: TrackRecord,
): Judgement {
  const rows = [
    ...judgeTerms(need, product),
    ...product.criteria.map((criterion) => judgeCriterion(criterion, need, today)),
  ]
  const parts: FitParts = {
    preference: preferencePart(rows, need, product),
    record: recordPart(record),
    completeness: completenessPart(rows),
  }
  return {
    eligible: rows.every(({ hard, verdict }) => !hard || verdict !== 'fail'),
    fit: parts.preference + parts.record + parts.completeness,
    parts,
    rows,
    rulesVersion: RULES_VERSION,
  }
}
