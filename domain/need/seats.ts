import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { introduction, need } from '@/db/schema'
import { liveStates } from '../introduction/introduction'
import { SEATS } from './need'

/** Rung 3: the first claim or yes stops the clock of a published need. */
export async function markFirstAnswer(tx: Database, needId: string, now: Date): Promise<void> {
  await tx
    .update(need)
    .set({ firstAnswerAt: now })
    .where(and(eq(need.id, needId), isNull(need.firstAnswerAt)))
}

/** Of a need that is joined. */
export function hasFreeSeat(): SQL {
  return sql`(select count(*) from ${introduction} where ${introduction.needId} = ${need.id} and ${inArray(introduction.state, [...liveStates])}) < ${SEATS}`
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
