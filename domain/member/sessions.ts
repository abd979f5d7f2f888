import { eq, lt } from 'drizzle-orm'
import { clear } from '@/db/clear'
import type { Database } from '@/db/client'
import { session } from '@/db/schema'
import { newId } from '../id'

/** A request within this of the last leaves no trace. */
const SEEN_MS = 60_000

/** Begins a session of a member whose password was right; answers its id. */
export async function startSession(db: Database, memberId: string, now: Date): Promise<string> {
  const id = newId()
  await db.insert(session).values({ id, memberId, startedAt: now, seenAt: now })
  return id
}

/** The member is there: the session goes on from now. Where it was seen a moment ago, nothing is written. */
export async function keepSession(
  db: Database,
  { id, seenAt }: { id: string; seenAt: Date },
  now: Date,
): Promise<void> {
  if (now.getTime() - seenAt.getTime() < SEEN_MS) return
  await db.update(session).set({ seenAt: now }).where(eq(session.id, id))
}

/** Ends one session, whoever has a copy of its cookie. */
export async function endSession(db: Database, id: string): Promise<void> {
  await db.delete(session).where(eq(session.id, id))
}

/** Deletes sessions begun before a moment. Answers how many. */
export function clearSessions(db: Database, before: Date): Promise<number> {
  return clear(db, session, lt(session.startedAt, before))
}
