import { READS_A_MINUTE } from '@/domain/clock/clock'

/** Leads, products and the public interface: what is worth copying whole. */
const limited =
  /^\/(?:zh|en)\/(?:financier(?:\/leads\/.*)?|(?:financier\/)?products(?:\/.*)?)$|^\/api\/v1\//

export const isLimitedRead = (method: string, path: string) =>
  (method === 'GET' || method === 'HEAD') && limited.test(path)

interface Minute {
  reads: number
  until: number
}

const MINUTE_MS = 60_000
/** Beyond this many readers the one whose minute began first is forgotten before it is over. */
const MOST_READERS = 20_000
const shared = globalThis as { kerongReads?: Map<string, Minute> }
/** In the order in which the minutes began. */
const minutes = (shared.kerongReads ??= new Map<string, Minute>())

function forgetOld(now: number): void {
  for (const [reader, { until }] of minutes) {
    if (until > now && minutes.size < MOST_READERS) return
    minutes.delete(reader)
  }
}

/** Counts a read of this process: 0, or the seconds to wait. A reader who is not known is not counted. */
export function takeRead(reader: string | null, now = Date.now()): number {
  if (reader === null || process.env.KERONG_LIMITS === 'off') return 0
  const minute = minutes.get(reader)
  if (!minute || minute.until <= now) {
    minutes.delete(reader)
    forgetOld(now)
    minutes.set(reader, { reads: 1, until: now + MINUTE_MS })
    return 0
  }
  minute.reads += 1
  return minute.reads <= READS_A_MINUTE ? 0 : Math.max(1, Math.ceil((minute.until - now) / 1000))
}
