/** How a moment stands in an address: by Xi'an's clocks to officials, with its offset to anyone. */
import * as z from 'zod'
import { dayOf, startOf } from '../calendar/calendar'

export interface Moments {
  /** The moment, or why it is none to ask for. */
  read: (text: string, now: Date) => Date | 'as-of' | 'as-of-ahead'
  write: (moment: Date) => string
}

const written = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?$/

function localMoment(text: string): Date {
  if (text.endsWith('Z')) return new Date(text)
  const found = written.exec(text)
  if (!found) return new Date(Number.NaN)
  const [, year, month, day, hour, minute, second = '00'] = found
  const since = Number(hour) * 3600 + Number(minute) * 60 + Number(second)
  return new Date(startOf(`${year}-${month}-${day}`).getTime() + since * 1000)
}

/** '2024-06-12T09:00', as the field of a form writes it, or an instant that ends in Z; whole seconds, and past. */
export const localMoments: Moments = {
  read(text, now) {
    const moment = localMoment(text)
    if (Number.isNaN(moment.getTime())) return 'as-of'
    return moment < now ? moment : 'as-of-ahead'
  },
  write(moment) {
    const seconds = Math.floor((moment.getTime() - startOf(dayOf(moment)).getTime()) / 1000)
    const two = (value: number) => String(value).padStart(2, '0')
    const time = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) =>
      two(Math.floor(part)),
    )
    return `${dayOf(moment)}T${time.slice(0, time[2] === '00' ? 2 : 3).join(':')}`
  },
}

const instantSchema = z.iso.datetime({ offset: true })

/** '2024-06-12T09:00:00+08:00': seconds and an offset, now at the latest. */
export const instants: Moments = {
  read(text, now) {
    if (!instantSchema.safeParse(text).success) return 'as-of'
    const moment = new Date(text)
    return moment > now ? 'as-of-ahead' : moment
  },
  write: (moment) => moment.toISOString(),
}
