import { and, eq, gt, isNotNull, isNull, lt } from 'drizzle-orm'
import { clear } from '@/db/clear'
import type { Database } from '@/db/client'
import { passwordReset } from '@/db/schema'

/** Keeps a one-time link to a new password; of an address that nobody has, nobody's. */
export async function keepReset(
  tx: Database,
  link: { id: string; memberId: string | null; linkHash: string; linkUntil: Date },
  now: Date,
): Promise<void> {
  await tx.insert(passwordReset).values({ ...link, askedAt: now })
}

/** Takes the reset of a link, once and while it is good, and every other of its member's with it. Answers whose it is. */
export async function takeReset(tx: Database, linkHash: string, now: Date): Promise<string | null> {
  const [taken] = await tx
    .update(passwordReset)
    .set({ usedAt: now })
    .where(
      and(
        eq(passwordReset.linkHash, linkHash),
        isNull(passwordReset.usedAt),
        isNotNull(passwordReset.memberId),
        gt(passwordReset.linkUntil, now),
      ),
    )
    .returning({ memberId: passwordReset.memberId })
  if (!taken?.memberId) return null
  await tx
    .update(passwordReset)
    .set({ usedAt: now })
    .where(and(eq(passwordReset.memberId, taken.memberId), isNull(passwordReset.usedAt)))
  return taken.memberId
}

/** Deletes the links that were asked for before a moment. Answers how many. */
export function clearResets(db: Database, before: Date): Promise<number> {
  return clear(db, passwordReset, lt(passwordReset.askedAt, before))
}
