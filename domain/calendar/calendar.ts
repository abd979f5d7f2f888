/**
 * Working days on China's calendar: weekends, public holidays and the make-up working days (调休) that the State
 * Council announces each year. Days are 'YYYY-MM-DD' in Asia/Shanghai (UTC+8, no summer time since 1991).
 */
import { HOURS } from '../clock/clock'

export type Day = string

const HOUR_MS = 3_600_000
const OFFSET_MS = 8 * HOUR_MS
const DAY_MS = 24 * HOUR_MS
const BEGINS_MS = HOURS.workdayBegins * HOUR_MS
const ENDS_MS = HOURS.workdayEnds * HOUR_MS

/** Announced years. A year that is missing counts weekends only, and `isCalendarKnown` says so. */
const announced: Record<number, { off: [Day, Day][]; on: Day[] }> = {
  2023: {
    off: [
      ['2023-01-01', '2023-01-02'],
      ['2023-01-21', '2023-01-27'],
      ['2023-04-05', '2023-04-05'],
      ['2023-04-29', '2023-05-03'],
      ['2023-06-22', '2023-06-24'],
      ['2023-09-29', '2023-10-06'],
      ['2023-12-30', '2023-12-31'],
    ],
    on: [
      '2023-01-28',
      '2023-01-29',
      '2023-04-23',
      '2023-05-06',
      '2023-06-25',
      '2023-10-07',
      '2023-10-08',
    ],
  },
  2024: {
    off: [
      ['2024-01-01', '2024-01-01'],
      ['2024-02-10', '2024-02-17'],
      ['2024-04-04', '2024-04-06'],
      ['2024-05-01', '2024-05-05'],
      ['2024-06-10', '2024-06-10'],
      ['2024-09-15', '2024-09-17'],
      ['2024-10-01', '2024-10-07'],
    ],
    on: [
      '2024-02-04',
      '2024-02-18',
      '2024-04-07',
      '2024-04-28',
      '2024-05-11',
      '2024-09-14',
      '2024-09-29',
      '2024-10-12',
    ],
  },
  2025: {
    off: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    on: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  2026: {
    off: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    on: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
}

/** The day in Asia/Shanghai on which an instant falls. */
/** Whether a text is a day that there is. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10)
}

/** The month of a day as an integer, 202405. */
export function monthOf(day: Day): number {
  return Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7))
}

/** The first instant of a day in Asia/Shanghai. */
export function startOf(day: Day): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET_MS)
}

/** The end of a day's work. */
export function endOf(day: Day): Date {
  return new Date(startOf(day).getTime() + ENDS_MS)
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Calendar months later; the 31st becomes the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return `${first.toISOString().slice(0, 8)}${String(Math.min(date, last)).padStart(2, '0')}`
}

/** Whole months from one day to a later one; 0 when it is not later. */
export function monthsBetween(from: Day, to: Day): number {
  const toYear = yearOf(to)
  const toMonth = Number(to.slice(5, 7))
  const toDate = Number(to.slice(8))
  // The 31st comes round on the last day of a shorter month, as in addMonths.
  const isShort = toDate < Math.min(Number(from.slice(8)), lastDateOf(toYear, toMonth))
  const months = (toYear - yearOf(from)) * 12 + toMonth - Number(from.slice(5, 7))
  return Math.max(0, months - (isShort ? 1 : 0))
}

const yearOf = (day: Day) => Number(day.slice(0, 4))

/** Of a month, without the detour of a Date: ages are asked for each pair that is judged. */
function lastDateOf(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

export function isCalendarKnown(day: Day): boolean {
  return announced[Number(day.slice(0, 4))] !== undefined
}

export function isWorkingDay(day: Day): boolean {
  const year = announced[Number(day.slice(0, 4))]
  if (year?.on.includes(day)) return true
  if (year?.off.some(([from, to]) => day >= from && day <= to)) return false
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

function nextWorkingDay(day: Day): Day {
  let next = addDays(day, 1)
  while (!isWorkingDay(next)) next = addDays(next, 1)
  return next
}

/**
 * The instant a clock of `workingDays` runs out: the same time of day that many working days later, counted from the
 * start of the next working day when it began on a day off. 0 means the end of the working day it began on, or
 * of the next one when it began later than that.
 */
export function dueAfter(instant: Date, workingDays: number): Date {
  let day = dayOf(instant)
  let timeOfDay = instant.getTime() - startOf(day).getTime()
  if (!isWorkingDay(day)) {
    day = nextWorkingDay(day)
    timeOfDay = BEGINS_MS
  }
  if (workingDays === 0) {
    if (timeOfDay >= ENDS_MS) day = nextWorkingDay(day)
    return endOf(day)
  }
  for (let left = workingDays; left > 0; left--) day = nextWorkingDay(day)
  return new Date(startOf(day).getTime() + timeOfDay)
}

/** Working days from one day to a later one, the first not counted. */
export function workingDaysBetween(from: Day, to: Day): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count++
  return count
}

/** Days of the calendar by their number since 1970: asked for each day of each wait, parsed once. */
const workingDays = new Map<number, boolean>()

function isWorkingDayNumber(number: number): boolean {
  let works = workingDays.get(number)
  if (works === undefined) {
    works = isWorkingDay(new Date(number * DAY_MS).toISOString().slice(0, 10))
    workingDays.set(number, works)
  }
  return works
}

/**
 * Working time between two instants in days of 24 hours: the measure of the clocks of `dueAfter`, so that 2 is what a
 * clock of two working days allows.
 */
export function workingTimeBetween(from: Date, to: Date): number {
  let start = from.getTime() + OFFSET_MS
  const until = to.getTime() + OFFSET_MS
  let day = Math.floor(start / DAY_MS)
  if (!isWorkingDayNumber(day)) {
    while (!isWorkingDayNumber(day)) day++
    start = day * DAY_MS + BEGINS_MS
  }
  let worked = 0
  while (start < until) {
    const end = (day + 1) * DAY_MS
    if (isWorkingDayNumber(day)) worked += Math.min(end, until) - start
    day++
    start = end
  }
  return worked / DAY_MS
}
