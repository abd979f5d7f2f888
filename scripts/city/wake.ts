import { lt, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { notification } from '@/db/schema'
import { addDays, dayOf, startOf, type Day } from '@/domain/calendar/calendar'
import { runClocks } from '@/domain/clock/run-clocks'
import { findDoubts } from '@/domain/doubt/find-doubts'
import { clearOld } from '@/domain/moves/clear-old'
import { judgeDue } from '@/domain/moves/judge-due'
import { rankAnew } from '@/domain/moves/rank-anew'
import { clock } from './stage'

const DAYS_UNREAD = 2

/** Does what the clocks and the night would do first, so that nothing moves in the first minutes; answers how many it moved. */
export async function wakeCity(db: Database, today: Day) {
  const now = new Date()
  const context = { actor: clock, now: today === dayOf(now) ? now : startOf(today), db }
  const moved = await runClocks(context)
  const judged = await judgeDue(context)
  const ranked = await rankAnew(context)
  // What is older has been read.
  await db
    .update(notification)
    .set({ readAt: sql`${notification.at} + interval '90 minutes'` })
    .where(lt(notification.at, startOf(addDays(today, -DAYS_UNREAD))))
  await clearOld(context)
  const doubted = await findDoubts(context)
  return {
    'moved by the clock': Object.values(moved).reduce((sum, count) => sum + count, 0),
    'needs judged by the night': judged,
    'matches ranked by what the ledger tells': ranked,
    doubts: doubted.ok ? doubted.value : 0,
    notifications: await db.$count(notification),
  }
}
