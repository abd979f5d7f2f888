/** What a match is made of, and what of it a financier reads before consent. The judging itself: `judge.ts`. */
import type { Day } from '../calendar/calendar'
import { termsOf, type NeedTerms } from '../need/need'
import type { Teaser } from '../need/teaser'
import {
  hiddenFacts,
  type CriterionFact,
  type FlagFact,
  type Quantifier,
  type RangeUnit,
  type SetFact,
} from '../product/product'
import {
  patentBand,
  quarterOf,
  staffBand,
  type CollateralKind,
  type Facts,
  type QualificationKind,
} from '../profile/profile'

/** Raised whenever the same inputs may give other bytes. */
export const RULES_VERSION = 3

export type Rule = 'class' | 'amount' | 'tenor' | 'cost' | CriterionFact
export const verdicts = ['pass', 'fail', 'unknown'] as const
/** *Untold*: a preference on a fact outside the teaser, before consent. The judge never says so. */
export type Verdict = (typeof verdicts)[number] | 'untold'

export type Required =
  | { kind: 'range'; unit: RangeUnit; min: number | null; max: number | null }
  | { kind: 'set'; of: SetFact | 'class'; quantifier: Quantifier; values: string[] }
  | { kind: 'flag'; flag: FlagFact }

export type Actual =
  | { kind: 'figure'; unit: RangeUnit; value: number; year?: number }
  | { kind: 'span'; unit: RangeUnit; min: number; max: number }
  | { kind: 'codes'; of: SetFact | 'class'; values: string[] }
  | { kind: 'yes-no'; value: boolean }
  /** What a financier reads before consent of a fact outside the teaser. */
  | { kind: 'within' | 'outside' }
  | { kind: 'band'; of: 'staff' | 'patents'; band: string }
  | { kind: 'years'; value: number }

export type Source = 'need' | 'profile' | 'white-list'

export interface RuleRow {
  rule: Rule
  required: Required
  /** Null while it is unknown. */
  actual: Actual | null
  source: Source
  asOf: Day
  verdict: Verdict
  hard: boolean
}

/** What tells of a financier's deals how likely it finances this need; in this order on every page. */
export const evidenceKinds = [
  'alike',
  'class',
  'chain',
  'place',
  'terms',
  'age',
  'qualification',
  'stage',
  'white-list',
  'relations',
  'activity',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export interface Evidence {
  kind: EvidenceKind
  /** Its contracts behind it, of the last 36 months; null where it is no matter of single contracts, or not to be told. */
  deals: number | null
  /** In hundredths: how many times likelier than the average financier of the class it makes it. */
  times: number
}

/** What the ledger and the introductions know of a financier for one need, as integers: see `record.ts`. */
export interface TrackRecord {
  /** 0 to 1,000; 500 is as likely as the average financier of the class, null while it has no deal of it. */
  standing: number | null
  /** Its contracts of the class in the last 36 months, and those of them in a chain of the company. */
  deals: number
  similar: number
  evidence: Evidence[]
  /** In the last 24 months: how often it was asked by name and should have answered, and how often it did. */
  asked: number
  answered: number
  /** Median hours to a first answer, or null while too few were given. */
  medianAnswerHours: number | null
}

export const noRecord: TrackRecord = {
  standing: null,
  deals: 0,
  similar: 0,
  evidence: [],
  asked: 0,
  answered: 0,
  medianAnswerHours: null,
}

/** Answers of requests, with four that are taken on trust. */
export function answeredShare({ asked, answered }: Pick<TrackRecord, 'asked' | 'answered'>): {
  answered: number
  asked: number
} {
  return { answered: answered + 4, asked: asked + 4 }
}

export interface FitParts {
  /** Of 40: its preferences and the middle of its range. */
  preference: number
  /** Of 40: what it really financed, and how fast it answers. */
  record: number
  /** Of 20: how many of its hard rules are known. */
  completeness: number
}
export const fitMost = { preference: 40, record: 40, completeness: 20 } as const satisfies FitParts

export interface Judgement {
  eligible: boolean
  fit: number
  parts: FitParts
  rows: RuleRow[]
  rulesVersion: number
}

/** A judgement by the teaser, as a match keeps it beside the one by facts. */
export function asLead({ eligible, fit, parts, rows }: Judgement) {
  return { lead: eligible, leadFit: fit, leadParts: parts, leadRows: rows }
}

/** One thing that would have to change, with its figure. Place, chain, class and price never do. */
export type Change =
  /** The amount still open, in fen. */
  | { kind: 'amount'; fen: number }
  | { kind: 'tenor'; months: number }
  /** To be offered besides what is offered. */
  | { kind: 'collateral'; add: CollateralKind[] }
  | { kind: 'certificate'; certificate: QualificationKind }
  /** The first day on which it holds. */
  | { kind: 'wait'; until: Day }

/** What a financier reads of a change before consent: which, and of a day the quarter, 'YYYY-Qn'. */
export interface BareChange {
  kind: Change['kind']
  quarter: string | null
}

export function maskChanges(changes: readonly Change[]): BareChange[] {
  return changes.map((change) => ({
    kind: change.kind,
    quarter: change.kind === 'wait' ? quarterOf(change.until) : null,
  }))
}

export interface JudgedNeed {
  terms: NeedTerms
  facts: Facts
  /** A financier's judgement before consent: where the teaser speaks of a fact, it is judged by the teaser. */
  teaser?: Teaser
  /** What is asked less what is accepted, in fen. */
  openFen: number
}

/** What the judge reads of a stored need that was submitted. */
export function judgedNeed(
  row: NeedTerms & { id: string; facts: Facts | null; openFen: number },
): JudgedNeed {
  if (!row.facts) throw new Error(`need ${row.id} was published without a snapshot`)
  return { terms: termsOf(row), facts: row.facts, openFen: row.openFen }
}

/** The same need as a financier judges it before consent: by its teaser. */
export function leadNeed(
  row: NeedTerms & { id: string; facts: Facts | null; teaser: Teaser | null; openFen: number },
): JudgedNeed {
  if (!row.teaser) throw new Error(`need ${row.id} was published without a teaser`)
  return { ...judgedNeed(row), teaser: row.teaser }
}

/**
 * Rows judged by the teaser as a financier reads them before consent: of a fact outside it only whether a hard rule holds,
 * and of a preference nothing.
 */
export function maskLeadRows(rows: readonly RuleRow[]): RuleRow[] {
  return rows.map((row) => {
    if (!(hiddenFacts as readonly string[]).includes(row.rule)) return row
    if (!row.hard) return { ...row, actual: null, verdict: 'untold' }
    if (row.actual === null) return row
    return { ...row, actual: { kind: row.verdict === 'pass' ? 'within' : 'outside' } }
  })
}

/** Rows judged by facts with what the teaser does not hold taken out: what an official reads. */
export function maskRows(rows: readonly RuleRow[], showWhiteList: boolean): RuleRow[] {
  return rows.map((row) => {
    if (row.actual === null) return row
    const bare = { kind: row.verdict === 'pass' ? 'within' : 'outside' } as const
    if (row.rule === 'white-listed' && !showWhiteList) return { ...row, actual: bare }
    if ((hiddenFacts as readonly string[]).includes(row.rule)) return { ...row, actual: bare }
    if (row.rule === 'district' || row.rule === 'zone' || row.rule === 'chain')
      return { ...row, actual: bare }
    if (row.actual.kind === 'figure') {
      if (row.rule === 'staff') {
        return { ...row, actual: { kind: 'band', of: 'staff', band: staffBand(row.actual.value) } }
      }
      if (row.rule === 'patents') {
        return {
          ...row,
          actual: { kind: 'band', of: 'patents', band: patentBand(row.actual.value) },
        }
      }
      if (row.rule === 'age') {
        return { ...row, actual: { kind: 'years', value: Math.floor(row.actual.value / 12) } }
      }
    }
    return row
  })
}

/** The rules that fail among those that decide; one that several criteria test may be there more than once. */
export function failedHard(rows: readonly RuleRow[]): Rule[] {
  return rows.filter(({ hard, verdict }) => hard && verdict === 'fail').map(({ rule }) => rule)
}

/** How many rows are unknown among those that decide. */
export function unknownHard(rows: readonly RuleRow[]): number {
  return rows.filter(({ hard, verdict }) => hard && verdict === 'unknown').length
}
