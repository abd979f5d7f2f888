import { addressOf } from '@/app/address'
import { isQuarterEnd, quarterOf } from '@/domain/publication/publication'
import type { Parameters } from '@/domain/totals/read-question'
import { addToMonth, monthText, type Period } from '@/domain/totals/totals'

/** The year to the last whole quarter of a period, which has cuts; the year before where there is none. */
export function withCuts(period: Period): Period {
  if (isQuarterEnd(period.to)) return period
  const to = addToMonth(quarterOf(period.to), -1)
  return { from: Math.floor(to / 100) * 100 + 1, to }
}

/** Where a cut of a period is published: parts by quarter, months of any period. */
export function cutAddress(parameters: Parameters, period: Period, by: string): string {
  const { from, to } = by === 'month' ? period : withCuts(period)
  return addressOf('/totals', { ...parameters, from: monthText(from), to: monthText(to) }, { by })
}

/** Where a figure of the headline opens: in its own period, whatever is published of that. */
export function figureAddress(parameters: Parameters, period: Period, by: string): string {
  return cutAddress(parameters, period, isQuarterEnd(period.to) ? by : 'month')
}
