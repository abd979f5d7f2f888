/** How long each step takes, for anyone to read: medians over many, never one. */
import { and, desc, gte, isNotNull } from 'drizzle-orm'
import { introduction, need } from '@/db/schema'
import type { PublicActor } from '../actor'
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  isWorkingDay,
  startOf,
  type Day,
} from '../calendar/calendar'
import type { Context } from '../context'
import { median, SAMPLE_LEAST } from './percentile'

const MONTHS_BACK = 12
const MOST = 500

export interface StepTimes {
  /** Working days from sent to published, and from published to the first claim or yes. */
  review: number | null
  answer: number | null
  /** Calendar days from a complete file to a decision; working days from the decision to the money. */
  decision: number | null
  drawing: number | null
}

/** Working days between days, each counted once however many pairs are asked. */
function workingDayCounter(from: Day, to: Day): (from: Day, to: Day) => number {
  const passed = new Map<Day, number>()
  let count = 0
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day)) count++
    passed.set(day, count)
  }
  return (start, end) => Math.max(0, (passed.get(end) ?? count) - (passed.get(start) ?? 0))
}

function medianOfMany(values: readonly number[]): number | null {
  return values.length < SAMPLE_LEAST ? null : median(values)
}

/** Medians of the steps over the last twelve months; null where fewer than 5 took the step. */
export async function medianStepTimes({ db, now }: Context<PublicActor>): Promise<StepTimes> {
  const today = dayOf(now)
  const start = addMonths(today, -MONTHS_BACK)
  const since = startOf(start)
  const needs = await db
    .select({
      submittedAt: need.submittedAt,
      publishedAt: need.publishedAt,
      firstAnswerAt: need.firstAnswerAt,
    })
    .from(need)
    .where(and(isNotNull(need.submittedAt), gte(need.publishedAt, since)))
    .orderBy(desc(need.publishedAt))
    .limit(MOST)
  const decided = await db
    .select({
      fileCompleteAt: introduction.fileCompleteAt,
      approvedAt: introduction.approvedAt,
      drawnAt: introduction.drawnAt,
    })
    .from(introduction)
    .where(gte(introduction.approvedAt, since))
    .orderBy(desc(introduction.approvedAt))
    .limit(MOST)
  const workingDays = workingDayCounter(addDays(start, -60), today)
  const between = <Row>(
    rows: readonly Row[],
    from: (row: Row) => Date | null,
    to: (row: Row) => Date | null,
    count: (from: Day, to: Day) => number,
  ) =>
    medianOfMany(
      rows.flatMap((row) => {
        const [first, last] = [from(row), to(row)]
        return first && last ? [count(dayOf(first), dayOf(last))] : []
      }),
    )
  return {
    review: between(
      needs,
      (row) => row.submittedAt,
      (row) => row.publishedAt,
      workingDays,
    ),
    answer: between(
      needs,
      (row) => row.publishedAt,
      (row) => row.firstAnswerAt,
      workingDays,
    ),
    decision: between(
      decided,
      (row) => row.fileCompleteAt,
      (row) => row.approvedAt,
      daysBetween,
    ),
    drawing: between(
      decided,
      (row) => row.approvedAt,
      (row) => row.drawnAt,
      workingDays,
    ),
  }
}
