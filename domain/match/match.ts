/** What a match is made of, and what of it a financier reads before consent. The judging itself: `judge.ts`. */
import type { Day } from '../calendar/calendar'
import type { NeedTerms } from '../need/need'
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
  staffBand,
  type CollateralKind,
  type Facts,
  type QualificationKind,
} from '../profile/profile'

/** Raised whenever the same inputs may give other bytes. */
export const RULES_VERSION = 1

export type Rule = 'class' | 'amount' | 'tenor' | 'cost' | CriterionFact
export const verdicts = ['pass', 'fail', 'unknown'] as const
export type Verdict = (typeof verdicts)[number]

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

/** What the ledger knows of a financier, as integers: see `record.ts`. */
export interface TrackRecord {
  /** Companies served in the last 24 months. */
  served: number
  /** Of these, by the class and the chain of the need that is judged. */
  similar: number
  /** Median working hours to a first answer, or null while too few were asked. */
  medianAnswerHours: number | null
}

export const noRecord: TrackRecord = { served: 0, similar: 0, medianAnswerHours: null }

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

export interface JudgedNeed {
  terms: NeedTerms
  facts: Facts
  /** What is asked less what is accepted, in fen. */
  openFen: number
}

/** The same verdicts with what the teaser does not hold taken out: what a financier reads before consent. */
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

/** How many rows are unknown among those that decide. */
export function unknownHard(rows: readonly RuleRow[]): number {
  return rows.filter(({ hard, verdict }) => hard && verdict === 'unknown').length
}
