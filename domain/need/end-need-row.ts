import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { need } from '@/db/schema'
import { dayOf } from '../calendar/calendar'
import { keepNeedIndex } from './keep-need-index'
import type { EndedNeedState } from './need'

/** Ends a need, and with it its entries in the index. */
export async function endNeedRow(
  tx: Database,
  needId: string,
  state: EndedNeedState,
  now: Date,
): Promise<void> {
  await tx.update(need).set({ state, endedAt: now }).where(eq(need.id, needId))
  await keepNeedIndex(tx, [needId], dayOf(now))
}
