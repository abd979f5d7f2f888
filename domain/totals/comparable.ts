import { addDays, addMonths, dayOf, monthOf, type Day } from '../calendar/calendar'
import { ledgerFirstDay } from '../ledger/ledger'
import { monthText, samePeriodLastYear, type Question } from './totals'

/** The same day a year before; of 29 February the 28th. */
function aYearBefore(day: Day): Day {
  return addMonths(day, -12)
}

/**
 * What the figures of a question, as known at a moment, may be compared with: the same months a year before, and of a month that
 * still runs as many days. Null where the ledger had not begun, or where a month of the question is still to come.
 */
export function comparable<Asked extends Pick<Question, 'period' | 'until'>>(
  question: Asked,
  moment: Date,
): Asked | null {
  const { period, until } = question
  const today = dayOf(moment)
  const before = samePeriodLastYear(period)
  if (before.from < monthOf(ledgerFirstDay) || period.to > monthOf(today)) return null
  const last = until ?? (period.to === monthOf(today) ? today : null)
  if (last === null) return { ...question, period: before }
  const isWhole = addDays(last, 1) >= addMonths(`${monthText(period.to)}-01`, 1)
  return isWhole
    ? { ...question, period: before, until: undefined }
    : { ...question, period: before, until: aYearBefore(last) }
}
