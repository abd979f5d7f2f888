import { and, eq, gte, isNotNull, isNull, lt, lte, sql, type SQL } from 'drizzle-orm'
import { need, organisation, profile } from '@/db/schema'
import type { OfficialActor } from '../actor'
import { addDays, addMonths, startOf, workingTimeBetween } from '../calendar/calendar'
import { WORKING_DAYS } from '../clock/clock'
import { percentile } from './percentile'
import { reachedOrganisations, type TotalsContext } from './reach'
import { monthText, type Lackable, type Question } from './totals'

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

const lacks: Record<Lackable, SQL> = {
  chain: sql`jsonb_array_length(${need.facts}->'chains') = 0`,
  district: isNull(organisation.district),
  zone: isNull(organisation.zone),
  park: isNull(profile.park),
  qualification: sql`jsonb_array_length(${need.facts}->'qualifications') = 0`,
}

/**
 * How soon needs were first answered, as of now: a need has no position in the ledger. Of those whose clock has run out; a
 * financier, its kind and a first loan are no conditions of a need and are left aside. Null where there is no such need.
 */
export async function measureFirstAnswers(
  context: TotalsContext<OfficialActor>,
  { period, until: lastDay, cut = {} }: Pick<Question, 'period' | 'until' | 'cut'>,
): Promise<FirstAnswers | null> {
  const moment = context.now
  const from = startOf(`${monthText(period.from)}-01`)
  const until = startOf(lastDay ? addDays(lastDay, 1) : addMonths(`${monthText(period.to)}-01`, 1))
  const rows = await context.db
    .select({ publishedAt: need.publishedAt, firstAnswerAt: need.firstAnswerAt })
    .from(need)
    .innerJoin(organisation, eq(organisation.id, need.organisationId))
    .leftJoin(profile, eq(profile.organisationId, organisation.id))
    .where(
      and(
        isNotNull(need.publishedAt),
        gte(need.publishedAt, from),
        lt(need.publishedAt, until),
        lte(need.answerDueAt, moment),
        cut.district ? eq(organisation.district, cut.district) : undefined,
        cut.zone ? eq(organisation.zone, cut.zone) : undefined,
        cut.park ? eq(profile.park, cut.park) : undefined,
        cut.companyId ? eq(need.organisationId, cut.companyId) : undefined,
        cut.class ? sql`${need.classes} @> array[${cut.class}]::text[]` : undefined,
        cut.chains
          ? sql`${need.facts}->'chains' @> ${JSON.stringify(cut.chains)}::jsonb`
          : undefined,
        cut.qualifications
          ? sql`${need.facts}->'qualifications' @> ${JSON.stringify(cut.qualifications.map((kind) => ({ kind })))}::jsonb`
          : undefined,
        cut.whiteListed === undefined
          ? undefined
          : sql`(jsonb_array_length(${need.facts}->'whiteListed') > 0) = ${cut.whiteListed}`,
        ...(cut.lacking ?? []).map((fact) => lacks[fact]),
        reachedOrganisations(context),
      ),
    )
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
