import type { Locale } from 'next-intl'
import {
  addDays,
  dayOf,
  daysBetween,
  startOf,
  workingDaysBetween,
  type Day,
} from '@/domain/calendar/calendar'
import { counted } from './figures'
import { fill, together, words } from './words'

/** A month, 'YYYY-MM'. */
export type Month = string

const english = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
const monthName = english({ month: 'long' })
// en-GB writes Sept; three letters line up.
const monthShort = (date: Date) => monthName.format(date).slice(0, 3)
const weekdayName: Record<Locale, Intl.DateTimeFormat> = {
  zh: new Intl.DateTimeFormat('zh-CN', { weekday: 'short', timeZone: 'UTC' }),
  en: english({ weekday: 'long' }),
}

function partsOf(day: Day) {
  const date = new Date(`${day.slice(0, 10).padEnd(10, '-01')}T00:00:00Z`)
  const month = date.getUTCMonth() + 1
  return {
    year: date.getUTCFullYear(),
    month,
    day: date.getUTCDate(),
    quarter: Math.ceil(month / 3),
    monthName: monthName.format(date),
    monthShort: monthShort(date),
  }
}

/** 2024年5月31日 · 31 May 2024. */
export function fullDay(day: Day, locale: Locale): string {
  return together(fill(words[locale].fullDay, partsOf(day)))
}

/** 5月31日 · 31 May: beside something that names the year. */
function dayOfYear(day: Day, locale: Locale): string {
  return together(fill(words[locale].dayOfYear, partsOf(day)))
}

/** Without the year while it is this year's. */
export function nearDay(day: Day, today: Day, locale: Locale): string {
  return day.slice(0, 4) === today.slice(0, 4) ? dayOfYear(day, locale) : fullDay(day, locale)
}

/** 周五 · Friday. */
export function weekday(day: Day, locale: Locale): string {
  return weekdayName[locale].format(new Date(`${day}T00:00:00Z`))
}

/** 17:30, in Asia/Shanghai. */
function timeOfDay(instant: Date): string {
  const minutes = Math.floor((instant.getTime() - startOf(dayOf(instant)).getTime()) / 60_000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** 2024年6月12日 09:00 · 12 June 2024, 09:00. */
export function clock(instant: Date, locale: Locale): string {
  const day = fullDay(dayOf(instant), locale)
  return fill(words[locale].clock, { day, time: timeOfDay(instant) })
}

/** 5月14日 17:30 · 14 May, 17:30; with the year when it is another one. */
export function nearClock(instant: Date, now: Date, locale: Locale): string {
  const day = nearDay(dayOf(instant), dayOf(now), locale)
  return fill(words[locale].clock, { day, time: timeOfDay(instant) })
}

/** 2024年5月 · May 2024. */
export function month(value: Month, locale: Locale): string {
  return together(fill(words[locale].monthOfYear, partsOf(value)))
}

/** 5月 · May: on an axis. */
export function monthAlone(value: Month, locale: Locale): string {
  return fill(words[locale].monthAlone, { ...partsOf(value), monthName: partsOf(value).monthShort })
}

/** 2024年四季度 · Q4 2024. */
export function quarterOf(day: Day, locale: Locale): string {
  const { year, quarter } = partsOf(day)
  const name = words[locale].quarters[String(quarter) as '1']
  return together(fill(words[locale].quarter, { year, quarter: name }))
}

/** 2024年1月至5月 · January to May 2024; one month, a whole year, and two years by their own names. */
export function period(from: Month, to: Month, locale: Locale): string {
  const [start, end] = [partsOf(from), partsOf(to)]
  const say = words[locale]
  if (from === to) return month(from, locale)
  if (start.year !== end.year)
    return fill(say.between, { from: month(from, locale), to: month(to, locale) })
  if (start.month === 1 && end.month === 12) return fill(say.wholeYear, end)
  return fill(say.sameYear, {
    year: end.year,
    from: fill(say.monthAlone, start),
    to: fill(say.monthAlone, end),
  })
}

/** 2024年1–5月 · Jan–May 2024: in heads and controls. */
export function periodShort(from: Month, to: Month, locale: Locale): string {
  const [start, end] = [partsOf(from), partsOf(to)]
  if (start.year !== end.year || from === to || (start.month === 1 && end.month === 12))
    return period(from, to, locale)
  return together(
    fill(words[locale].sameYearShort, {
      year: end.year,
      from: start.month,
      to: end.month,
      fromShort: start.monthShort,
      toShort: end.monthShort,
    }),
  )
}

/** 5月13日至6月14日 · 13 May to 14 June, with years where they differ from today's. */
export function days(from: Day, to: Day, today: Day, locale: Locale): string {
  const own = from.slice(0, 4) === to.slice(0, 4) ? to : today
  return fill(words[locale].between, {
    from: nearDay(from, own, locale),
    to: nearDay(to, today, locale),
  })
}

export type Due = 'running' | 'today' | 'overdue'

/** Whether a clock runs, is due on its day, or has run out. */
export function dueState(due: Date, now: Date): Due {
  if (due.getTime() <= now.getTime()) return 'overdue'
  return dayOf(due) === dayOf(now) ? 'today' : 'running'
}

/** 剩 2 天 · 2 days left; 剩 5 小时 on the last day; 超 1 个工作日 · 1 working day over. */
export function timeLeft(due: Date, now: Date, locale: Locale): string {
  const say = words[locale]
  const [today, dueOn] = [dayOf(now), dayOf(due)]
  const minutes = Math.max(1, Math.round(Math.abs(due.getTime() - now.getTime()) / 60_000))
  const short =
    minutes < 60
      ? counted(minutes, 'minute', locale)
      : counted(Math.floor(minutes / 60), 'hour', locale)
  if (due.getTime() > now.getTime())
    return together(
      fill(say.left, {
        span: dueOn === today ? short : counted(daysBetween(today, dueOn), 'day', locale),
      }),
    )
  // A clock that ran out on a Friday is not yet a working day over on the Saturday.
  const over = dueOn < addDays(today, -400) ? 0 : workingDaysBetween(dueOn, today)
  const span =
    over > 0
      ? counted(over, 'workingDay', locale)
      : dueOn === today
        ? short
        : counted(daysBetween(dueOn, today), 'day', locale)
  return together(fill(say.over, { span }))
}
