/** Attempts are counted in the database, so that several processes share one count. */
import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import { clear } from '@/db/clear'
import type { Database } from '@/db/client'
import { rateLimit } from '@/db/schema'

export interface Limit {
  most: number
  minutes: number
}

const TEN_TRIES: Limit = { most: 10, minutes: 15 }

/** Counts one attempt and decides in one statement. Answers 0, or the seconds to wait. */
export async function takeAttempt(
  db: Database,
  key: string,
  { most, minutes }: Limit = TEN_TRIES,
): Promise<number> {
  const now = Date.now()
  const until = now + minutes * 60_000
  const [row] = await db
    .insert(rateLimit)
    .values({ key, points: 1, expire: until })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: {
        points: sql`case when ${rateLimit.expire} <= ${now} then 1 else ${rateLimit.points} + 1 end`,
        expire: sql`case when ${rateLimit.expire} <= ${now} then ${until} else ${rateLimit.expire} end`,
      },
    })
    .returning()
  if (!row || row.points <= most) return 0
  return Math.max(1, Math.ceil(((row.expire ?? now) - now) / 1000))
}

/** A right answer begins the count anew. */
export async function forgetAttempts(db: Database, key: string): Promise<void> {
  await db.delete(rateLimit).where(eq(rateLimit.key, key))
}

/** Deletes the counts that ran out before a moment. Answers how many. */
export function clearAttempts(db: Database, before: Date): Promise<number> {
  return clear(db, rateLimit, or(isNull(rateLimit.expire), lt(rateLimit.expire, before.getTime())))
}
