import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { need } from '@/db/schema'
import { enqueue } from '@/ports/queue'
import { dayOf } from '../calendar/calendar'
import { keepNeedIndex } from './keep-need-index'

/**
 * Opens more of a published need, or less (in fen): what is open then may fit other products, so it is judged again. A need that
 * has ended is left as it was.
 */
export async function moveOpenAmount(
  tx: Database,
  needId: string,
  byFen: number,
  now: Date,
): Promise<void> {
  const moved = await tx
    .update(need)
    .set({ openFen: sql`${need.openFen} + ${byFen}` })
    .where(and(eq(need.id, needId), eq(need.state, 'published')))
    .returning({ id: need.id })
  if (moved.length === 0) return
  await keepNeedIndex(tx, [needId], dayOf(now))
  await enqueue(tx, 'judge-need', { needId })
}
