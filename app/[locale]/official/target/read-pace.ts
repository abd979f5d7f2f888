import type { OfficialActor } from '@/domain/actor'
import { dayOf, monthOf } from '@/domain/calendar/calendar'
import type { Context } from '@/domain/context'
import type { Target } from '@/domain/target/queries'
import { paceOf, scopeOfPlace, type TargetMeasure } from '@/domain/target/target'
import { countByMonth } from '@/domain/totals/count'
import { defaultDefinition, type MonthTotals } from '@/domain/totals/totals'

/** What had come by the end of each month. */
function soFar(months: readonly MonthTotals[], measure: TargetMeasure): number[] {
  let fen = 0
  return months.map((one) => (measure === 'companies' ? one.companiesSoFar : (fen += one.drawnFen)))
}

/** What a target's places have brought in its year and in the one before, month by month, and the pace. */
export async function readPace(
  context: Context<OfficialActor>,
  { year, measure, place, value }: Pick<Target, 'year' | 'measure' | 'place' | 'value'>,
) {
  const own = { ...context, actor: { ...context.actor, scope: scopeOfPlace(place) } }
  const thisMonth = monthOf(dayOf(context.now))
  const monthsOf = (from: number, to: number) =>
    from > to
      ? []
      : countByMonth(own, { period: { from, to }, definition: defaultDefinition, asOf: null })
  const last = Math.min(year * 100 + 12, thisMonth)
  const [months, before] = await Promise.all([
    monthsOf(year * 100 + 1, last),
    monthsOf((year - 1) * 100 + 1, (year - 1) * 100 + 12),
  ])
  const now = soFar(months, measure)
  const ended = months.filter(({ month }) => month < thisMonth).length
  return {
    /** Month by month so far, the one that runs too. */
    now,
    then: soFar(before, measure),
    pace: paceOf(value, now.slice(0, ended)),
  }
}
export type TargetPace = Awaited<ReturnType<typeof readPace>>
