/** The WHERE of a question that is asked of needs: published in its period, or met in it, by the place and the facts of their companies. */
import { and, eq, gte, isNotNull, isNull, lt, sql, type SQL } from 'drizzle-orm'
import { need, organisation, profile, type introduction } from '@/db/schema'
import type { OfficialActor } from '../actor'
import { addDays, addMonths, startOf } from '../calendar/calendar'
import { reachedOrganisations, type TotalsContext } from './reach'
import type { ParameterName } from './read-question'
import { monthText, type Lackable, type Question } from './totals'

/** What is no condition of a need, nor of anything that has no position in the ledger. */
export const notOfNeeds = [
  'definition',
  'asOf',
  'kind',
  'financier',
  'first',
] as const satisfies readonly ParameterName[]

const lacks: Record<Lackable, SQL> = {
  chain: sql`jsonb_array_length(${need.facts}->'chains') = 0`,
  district: isNull(organisation.district),
  zone: isNull(organisation.zone),
  park: isNull(profile.park),
  qualification: sql`jsonb_array_length(${need.facts}->'qualifications') = 0`,
}

/** Needs as joined with their `organisation` and its `profile`. A financier, its kind and a first loan are left aside. */
export function needsAsked(
  context: TotalsContext<OfficialActor>,
  { period, until: lastDay, cut = {} }: Pick<Question, 'period' | 'until' | 'cut'>,
  /** What lies in the period. */
  moment: typeof need.publishedAt | typeof introduction.createdAt = need.publishedAt,
): SQL | undefined {
  const from = startOf(`${monthText(period.from)}-01`)
  const until = startOf(lastDay ? addDays(lastDay, 1) : addMonths(`${monthText(period.to)}-01`, 1))
  return and(
    isNotNull(moment),
    gte(moment, from),
    lt(moment, until),
    cut.district ? eq(organisation.district, cut.district) : undefined,
    cut.zone ? eq(organisation.zone, cut.zone) : undefined,
    cut.park ? eq(profile.park, cut.park) : undefined,
    cut.companyId ? eq(need.organisationId, cut.companyId) : undefined,
    cut.class ? sql`${need.classes} @> array[${cut.class}]::text[]` : undefined,
    cut.chains ? sql`${need.facts}->'chains' @> ${JSON.stringify(cut.chains)}::jsonb` : undefined,
    cut.qualifications
      ? sql`${need.facts}->'qualifications' @> ${JSON.stringify(cut.qualifications.map((kind) => ({ kind })))}::jsonb`
      : undefined,
    cut.whiteListed === undefined
      ? undefined
      : sql`(jsonb_array_length(${need.facts}->'whiteListed') > 0) = ${cut.whiteListed}`,
    ...(cut.lacking ?? []).map((fact) => lacks[fact]),
    reachedOrganisations(context),
  )
}
