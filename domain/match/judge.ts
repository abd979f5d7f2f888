/**
 * The one judge: one need and one product give rule rows, a verdict and a fit. Pure: integers only, no clock, no I/O;
 * the same inputs give the same bytes. An *unknown* never blocks. The fit only ranks, it never decides.
 */
import type { Day } from '../calendar/calendar'
import type { NeedTerms } from '../need/need'
import { totalPatents, type Teaser } from '../need/teaser'
import { costAt } from '../product/product-costs'
import {
  isRange,
  isSet,
  rangeFacts,
  type Criterion,
  type FlagFact,
  type ProductTerms,
  type Quantifier,
  type RangeFact,
  type SetFact,
} from '../product/product'
import {
  ageInMonths,
  bandBounds,
  latestFigure,
  validQualifications,
  type PatentBand,
  type StaffBand,
} from '../profile/profile'
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

/** What is known of a figure: exactly, or by the band of a teaser that it lies in. */
interface Known {
  low: number
  high: number
  actual: Actual
}

function exactly(fact: RangeFact, value: number | null, year?: number | null): Known | null {
  if (value === null) return null
  const dated = year === undefined || year === null ? {} : { year }
  return {
    low: value,
    high: value,
    actual: { kind: 'figure', unit: rangeFacts[fact], value, ...dated },
  }
}

function ofYear(fact: RangeFact, figure: { year: number; fen: number } | null): Known | null {
  return figure && exactly(fact, figure.fen, figure.year)
}

function inBand(of: 'staff' | 'patents', band: StaffBand | PatentBand | null): Known | null {
  if (band === null) return null
  const [low, high] = bandBounds(band)
  return { low, high, actual: { kind: 'band', of, band } }
}

/** What a range tests, or null while it is unknown. */
export function figureOf(fact: RangeFact, { facts, teaser }: JudgedNeed, today: Day): Known | null {
  switch (fact) {
    case 'age':
      if (!teaser) return exactly(fact, ageInMonths(facts, today))
      return teaser.ageYears === null
        ? null
        : {
            low: 12 * teaser.ageYears,
            high: 12 * teaser.ageYears + 11,
            actual: { kind: 'years', value: teaser.ageYears },
          }
    case 'staff':
      return teaser ? inBand(fact, teaser.staff) : exactly(fact, facts.staff)
    case 'patents':
      return teaser ? inBand(fact, teaser.patents) : exactly(fact, totalPatents(facts))
    case 'rd-staff':
      return exactly(fact, facts.rdStaff)
    case 'revenue':
      return ofYear(fact, latestFigure(facts, 'revenueFen'))
    case 'profit':
      return ofYear(fact, latestFigure(facts, 'profitFen'))
    case 'rd-spend':
      return ofYear(fact, latestFigure(facts, 'rdSpendFen'))
    case 'debt-ratio':
      return exactly(fact, facts.debtRatioBp, facts.debtRatioYear)
  }
}

/** By the teaser: a place that was widened is unknown, and so is a zone beside a district that is only all that it says. */
function placeIn(fact: 'district' | 'zone', teaser: Teaser): string[] | null {
  if (fact === 'district') return teaser.district === null ? null : [teaser.district]
  if (teaser.zone !== null) return [teaser.zone]
  return teaser.district !== null && teaser.widening === 'none' ? [] : null
}

/** The codes a set tests, or null while they are unknown: none named is known where the company said so. */
export function codesOf(fact: SetFact, need: JudgedNeed, today: Day): string[] | null {
  const { facts, terms, teaser } = need
  switch (fact) {
    case 'district':
      if (teaser) return placeIn(fact, teaser)
      return facts.district === null ? null : [facts.district]
    case 'zone':
      if (teaser) return placeIn(fact, teaser)
      return facts.district === null && facts.zone === null
        ? null
        : facts.zone === null
          ? []
          : [facts.zone]
    case 'chain':
      if (teaser) return teaser.chain === null ? null : [teaser.chain]
      return facts.chains.length === 0 && !facts.noChain ? null : facts.chains
    case 'stage':
      return facts.stage === null ? null : [facts.stage]
    case 'qualification':
      if (teaser)
        return teaser.certificatesKnown ? teaser.qualifications.map(({ kind }) => kind) : null
      return facts.certificatesKnown
        ? validQualifications(facts, today).map(({ kind }) => kind)
        : null
    case 'collateral':
      return terms.collateral
    case 'use':
      return terms.useKind === null ? null : [terms.useKind]
  }
}

/** Null while it is unknown; by a teaser that does not say so, white-list standing is. */
export function flagOf(flag: FlagFact, { facts, teaser }: JudgedNeed): boolean | null {
  if (flag === 'white-listed')
    return teaser ? teaser.whiteListed || null : facts.whiteListed.length > 0
  const profit = latestFigure(facts, 'profitFen')
  return profit && profit.fen > 0
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
