import { and, eq, lt } from 'drizzle-orm'
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

/** The member is there: the session goes on from now. */
export async function keepSession(db: Database, id: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - SEEN_MS)
  await db
    .update(session)
    .set({ seenAt: now })
    .where(and(eq(session.id, id), lt(session.seenAt, before)))
}

/** Ends one session, whoever has a copy of its cookie. */
export async function endSession(db: Database, id: string): Promise<void> {
  await db.delete(session).where(eq(session.id, id))
}

/** Deletes sessions begun before a moment. Answers how many. */
export function clearSessions(db: Database, before: Date): Promise<number> {
  return clear(db, session, lt(session.startedAt, before))
}
