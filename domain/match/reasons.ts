/**
 * Why a match is worth a look, as codes and figures. Read from the rows and the record it is shown with, so that a reason
 * never tells more than they do: from masked rows it tells nothing outside the teaser.
 */
import type { Rule, RuleRow, TrackRecord } from './match'

export type Reason =
  | { code: 'all-passed'; passed: number }
  | { code: 'some-unknown'; passed: number; unknown: number }
  | { code: 'some-failed'; passed: number; failed: number }
  /** Contracts of the same class with companies of the same chain, in three years. */
  | { code: 'similar'; deals: number }
  /** Requests by name that it left without an answer, in two years. */
  | { code: 'unanswered'; asked: number; unanswered: number }
  /** A preference that is met, a hard rule that is met, a preference that is not: with both values. */
  | { code: 'prefers' | 'meets' | 'against'; row: RuleRow }
  | { code: 'unknown'; rules: Rule[] }

/** From how many requests without an answer on it is worth a word, where they are a quarter of all. */
const UNANSWERED_WORTH_SAYING = 3
const PREFERENCES_SHOWN = 2
const UNKNOWNS_SHOWN = 3
/** Which met rule says most beside its threshold; the terms everybody checks come last. */
const telling: readonly Rule[] = [
  'qualification',
  'patents',
  'age',
  'staff',
  'collateral',
  'use',
  'white-listed',
  'cost',
  'amount',
  'tenor',
]

/** Whether both values can be read: a hidden fact only says within. */
function showsBoth({ actual }: RuleRow): boolean {
  return actual !== null && actual.kind !== 'within' && actual.kind !== 'outside'
}

function summary(rows: readonly RuleRow[]): Reason {
  const hard = rows.filter((row) => row.hard)
  const countOf = (verdict: RuleRow['verdict']) =>
    hard.filter((row) => row.verdict === verdict).length
  const [passed, failed, unknown] = [countOf('pass'), countOf('fail'), countOf('unknown')]
  if (failed > 0) return { code: 'some-failed', passed, failed }
  return unknown > 0 ? { code: 'some-unknown', passed, unknown } : { code: 'all-passed', passed }
}

function fromRecord({ similar, asked, answered }: TrackRecord): Reason[] {
  const unanswered = asked - answered
  const isOften = unanswered >= UNANSWERED_WORTH_SAYING && 4 * unanswered >= asked
  return [
    ...(isOften ? [{ code: 'unanswered' as const, asked, unanswered }] : []),
    ...(similar > 0 ? [{ code: 'similar' as const, deals: similar }] : []),
  ]
}

/** The reasons of a match, the summary of its hard rules first; at least one with both values where rows allow it. */
export function reasonsOf({
  rows,
  record,
}: {
  rows: readonly RuleRow[]
  record: TrackRecord
}): Reason[] {
  const soft = rows.filter((row) => !row.hard && row.verdict !== 'unknown')
  const prefers = soft
    .filter((row) => row.verdict === 'pass')
    .toSorted((a, b) => Number(showsBoth(b)) - Number(showsBoth(a)))
    .slice(0, PREFERENCES_SHOWN)
    .map((row): Reason => ({ code: 'prefers', row }))
  const place = ({ rule }: RuleRow) => telling.indexOf(rule)
  const meets = rows
    .filter((row) => row.hard && row.verdict === 'pass' && showsBoth(row) && place(row) >= 0)
    .toSorted((a, b) => place(a) - place(b))
    .slice(0, 1)
    .map((row): Reason => ({ code: 'meets', row }))
  const against = soft
    .filter((row) => row.verdict === 'fail')
    .slice(0, 1)
    .map((row): Reason => ({ code: 'against', row }))
  const unknown = rows.filter((row) => row.hard && row.verdict === 'unknown')
  return [
    summary(rows),
    ...(unknown.length > 0
      ? [
          {
            code: 'unknown' as const,
            rules: unknown.slice(0, UNKNOWNS_SHOWN).map(({ rule }) => rule),
          },
        ]
      : []),
    ...fromRecord(record),
    ...(prefers.some((reason) => 'row' in reason && showsBoth(reason.row)) ? [] : meets),
    ...prefers,
    ...against,
  ]
}
