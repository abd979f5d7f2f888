/** Attempts are counted in the database, so that several processes share one count. */
import { createHash } from 'node:crypto'
import { eq, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { clear } from '@/db/clear'
import type { Database } from '@/db/client'
import { rateLimit } from '@/db/schema'
import { SECRETS } from '@/domain/clock/clock'

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
  now = Date.now(),
): Promise<number> {
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
async function forgetAttempts(db: Database, key: string): Promise<void> {
  await db.delete(rateLimit).where(eq(rateLimit.key, key))
}

/** Who tries a secret: of which account, and from where; null where that is not known, and nothing counts by it then. */
export interface Trying {
  account: string | null
  address: string | null
}

/** Server and tests on one machine know no limits: server/settings.mjs refuses the word anywhere else. */
const isUnlimited = () => process.env.KERONG_LIMITS === 'off'

const FORGOTTEN_MS = SECRETS.forgottenMinutes * 60_000
const waitMs = sql`case when ${rateLimit.points} < ${SECRETS.slowFrom} then 0
  else least(${SECRETS.longestWait * 1000}::bigint, ${SECRETS.firstWait * 1000}::bigint << least(${rateLimit.points} - ${SECRETS.slowFrom}, 16)) end`
/** When the next may be tried, in ms. The last was tried when it is forgotten, less how long that takes. */
const openAt = sql<number>`${rateLimit.expire} - ${FORGOTTEN_MS}::bigint + ${waitMs}`

/** People type passwords into the wrong field: no account is kept as it was typed. */
const wrongKey = (account: string, address: string) =>
  `secret:${createHash('sha256').update(`${address} ${account}`).digest('base64url')}`

/**
 * Takes the right to try a secret: answers 0, or the seconds to wait. It counts as wrong until `forgetWrong` says it was right, so
 * that a hundred at once are a hundred. Another address is another count: nobody is shut out by a stranger.
 */
export async function takeSecret(
  db: Database,
  { account, address }: Trying,
  now = Date.now(),
): Promise<number> {
  if (address === null || isUnlimited()) return 0
  const limit = { most: SECRETS.mostAMinute, minutes: 1 }
  const wait = await takeAttempt(db, `secrets:${address}`, limit, now)
  if (wait > 0 || account === null) return wait
  const key = wrongKey(account, address)
  const [taken] = await db
    .insert(rateLimit)
    .values({ key, points: 1, expire: now + FORGOTTEN_MS })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: {
        points: sql`case when ${rateLimit.expire} <= ${now} then 1 else ${rateLimit.points} + 1 end`,
        expire: now + FORGOTTEN_MS,
      },
      setWhere: lte(openAt, now),
    })
    .returning({ key: rateLimit.key })
  if (taken) return 0
  const [held] = await db.select({ openAt }).from(rateLimit).where(eq(rateLimit.key, key))
  return Math.max(1, Math.ceil((Number(held?.openAt ?? now) - now) / 1000))
}

/** The secret was right: the next wrong one is the first. */
export async function forgetWrong(db: Database, { account, address }: Trying): Promise<void> {
  if (account === null || address === null) return
  await forgetAttempts(db, wrongKey(account, address))
}

/** Deletes the counts that ran out before a moment. Answers how many. */
export function clearAttempts(db: Database, before: Date): Promise<number> {
  return clear(db, rateLimit, or(isNull(rateLimit.expire), lt(rateLimit.expire, before.getTime())))
}
