import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { introduction, need } from '@/db/schema'
import { liveStates } from '../introduction/introduction'

/** Rung 3: the first claim or yes stops the clock of a published need. */
export async function markFirstAnswer(tx: Database, needId: string, now: Date): Promise<void> {
  await tx
    .update(need)
    .set({ firstAnswerAt: now })
    .where(and(eq(need.id, needId), isNull(need.firstAnswerAt)))
}

/** How many of the three seats are taken, by need. */
export async function countSeatsTaken(
  db: Database,
  needIds: readonly string[],
): Promise<Map<string, number>> {
  if (needIds.length === 0) return new Map()
  const rows = await db
    .select({ needId: introduction.needId, taken: sql<number>`count(*)::int` })
    .from(introduction)
    .where(
      and(inArray(introduction.needId, [...needIds]), inArray(introduction.state, [...liveStates])),
    )
    .groupBy(introduction.needId)
  return new Map(rows.map(({ needId, taken }) => [needId, taken]))
}
