import { addDays, dayOf, isWorkingDay, startOf, type Day } from '@/domain/calendar/calendar'
import { HOURS } from '@/domain/clock/clock'
import type { Random } from './random'

const HOUR = 3_600_000
const OPENS = HOURS.workdayBegins * HOUR
const CLOSES = HOURS.workdayEnds * HOUR

export function workingDayFrom(day: Day): Day {
  let on = day
  while (!isWorkingDay(on)) on = addDays(on, 1)
  return on
}

export function workingDayUntil(day: Day): Day {
  let on = day
  while (!isWorkingDay(on)) on = addDays(on, -1)
  return on
}

/** A moment some working hours later, in the office hours of a working day in Asia/Shanghai, to the second. */
export function addWorkingHours(after: Date, hours: number): Date {
  let day = dayOf(after)
  let time = after.getTime() - startOf(day).getTime()
  if (!isWorkingDay(day)) {
    day = workingDayFrom(day)
    time = OPENS
  }
  time = Math.min(Math.max(time, OPENS), CLOSES)
  let left = hours * HOUR
  while (time + left > CLOSES) {
    left -= CLOSES - time
    day = workingDayFrom(addDays(day, 1))
    time = OPENS
  }
  return new Date(startOf(day).getTime() + Math.floor((time + left) / 1000) * 1000)
}

export function later(random: Random, after: Date, least: number, most: number): Date {
  return addWorkingHours(after, random.between(least, most))
}

/** Some time in the office hours of a day (of the next working day where it is none). */
export function officeMoment(random: Random, day: Day): Date {
  const seconds = Math.floor(random.between(OPENS, CLOSES) / 1000)
  return new Date(startOf(workingDayFrom(day)).getTime() + seconds * 1000)
}

/** A moment so many working hours earlier. */
export function workingHoursBefore(until: Date, hours: number): Date {
  let day = dayOf(until)
  let time = until.getTime() - startOf(day).getTime()
  if (!isWorkingDay(day)) {
    day = workingDayUntil(day)
    time = CLOSES
  }
  time = Math.min(Math.max(time, OPENS), CLOSES)
  let left = hours * HOUR
  while (time - left < OPENS) {
    left -= time - OPENS
    day = workingDayUntil(addDays(day, -1))
    time = CLOSES
  }
  return new Date(startOf(day).getTime() + Math.floor((time - left) / 1000) * 1000)
}
