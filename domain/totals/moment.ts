/** How a moment stands in an address: by Xi'an's clocks to officials, with its offset to anyone. */
import * as z from 'zod'
import { isDay, startOf } from '../calendar/calendar'

const written = /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/
const instantSchema = z.iso.datetime({ offset: true })

/** '2024-06-12T09:00' by Xi'an's clocks, or an instant with its offset; null where it is none. */
export function readMoment(text: string): Date | null {
  if (instantSchema.safeParse(text).success) return new Date(text)
  const [, day = '', hour, minute, second = '00'] = written.exec(text) ?? []
  if (!isDay(day)) return null
  const since = Number(hour) * 3600 + Number(minute) * 60 + Number(second)
  return new Date(startOf(day).getTime() + since * 1000)
}
