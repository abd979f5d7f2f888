import { and, eq, lte } from 'drizzle-orm'
import { need, organisation, profile } from '@/db/schema'
import type { OfficialActor } from '../actor'
import { workingTimeBetween } from '../calendar/calendar'
import { WORKING_DAYS } from '../clock/clock'
import { needsAsked } from './needs-asked'
import { percentile } from './percentile'
import type { TotalsContext } from './reach'
import type { Question } from './totals'

export interface FirstAnswers {
  /** Needs published in the period whose clock has run out; the others are too young to judge. */
  needs: number
  answered: number
  /** Working days from publishing to the first claim or yes; a need still without one counts what it has waited. */
  median: number
  p90: number
  /** What the clock allows. */
  allowed: number
}

/**
 * How soon needs were first answered, as of now: a need has no position in the ledger. Of those whose clock has run out; a
 * financier, its kind and a first loan are no conditions of a need and are left aside. Null where there is no such need.
 */
export async function measureFirstAnswers(
  context: TotalsContext<OfficialActor>,
  question: Pick<Question, 'period' | 'until' | 'cut'>,
): Promise<FirstAnswers | null> {
  const moment = context.now
  const rows = await context.db
    .select({ publishedAt: need.publishedAt, firstAnswerAt: need.firstAnswerAt })
    .from(need)
    .innerJoin(organisation, eq(organisation.id, need.organisationId))
    .leftJoin(profile, eq(profile.organisationId, organisation.id))
    .where(and(needsAsked(context, question), lte(need.answerDueAt, moment)))
  if (rows.length === 0) return null
  const waits = rows.map(({ publishedAt, firstAnswerAt }) => {
    const answeredAt = firstAnswerAt && firstAnswerAt <= moment ? firstAnswerAt : null
    return {
      answered: answeredAt !== null,
      days: publishedAt ? workingTimeBetween(publishedAt, answeredAt ?? moment) : 0,
    }
  })
  const days = waits.map((wait) => wait.days).toSorted((a, b) => a - b)
  return {
    needs: rows.length,
    answered: waits.filter(({ answered }) => answered).length,
    median: percentile(days, 0.5),
    p90: percentile(days, 0.9),
    allowed: WORKING_DAYS.firstAnswer,
  }
}
