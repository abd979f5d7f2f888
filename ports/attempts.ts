/** Attempts are counted in the database, so that several processes share one count. */
import { eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { rateLimit } from '@/db/schema'

const ATTEMPTS = 10
const WINDOW_MS = 15 * 60_000

/** Counts one attempt and decides in one statement. Answers 0, or the seconds to wait. */
export async function takeAttempt(db: Database, key: string): Promise<number> {
  const now = Date.now()
  const [row] = await db
    .insert(rateLimit)
    .values({ key, points: 1, expire: now + WINDOW_MS })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: {
        points: sql`case when ${rateLimit.expire} <= ${now} then 1 else ${rateLimit.points} + 1 end`,
        expire: sql`case when ${rateLimit.expire} <= ${now} then ${now + WINDOW_MS} else ${rateLimit.expire} end`,
      },
    })
    .returning()
  if (!row || row.points <= ATTEMPTS) return 0
  return Math.max(1, Math.ceil(((row.expire ?? now) - now) / 1000))
}

/** A right answer begins the count anew. */
export async function forgetAttempts(db: Database, key: string): Promise<void> {
  await db.delete(rateLimit).where(eq(rateLimit.key, key))
}
