import { isDeepStrictEqual } from 'node:util'
import { eq, lte } from 'drizzle-orm'
import { isAmong } from '@/db/among'
import type { Database } from '@/db/client'
import { need, needIndex } from '@/db/schema'
import { enqueue } from '@/ports/queue'
import type { Day } from '../calendar/calendar'
import { leadNeed } from '../match/match'
import { needIndexRowsOf } from './need-index'
import { teaserOn } from './teaser'

const AT_ONCE = 500

/** Teasers go with the days: the age in years, and the certificates that are valid. */
async function withTeasersOn(
  tx: Database,
  needs: readonly (typeof need.$inferSelect)[],
  today: Day,
): Promise<(typeof need.$inferSelect)[]> {
  const told: (typeof need.$inferSelect)[] = []
  for (const one of needs) {
    if (!one.teaser || !one.facts) throw new Error(`need ${one.id} was published without a teaser`)
    const teaser = teaserOn(one.teaser, one.facts, today)
    if (!isDeepStrictEqual(teaser, one.teaser))
      await tx.update(need).set({ teaser }).where(eq(need.id, one.id))
    told.push({ ...one, teaser })
  }
  return told
}

/**
 * Makes the leads of some needs what the needs are now: whoever changes the state, the terms, the open amount or the facts of
 * one calls it in the same transaction, after the change. The need's row is the lock.
 */
export async function keepNeedIndex(
  tx: Database,
  needIds: readonly string[],
  today: Day,
): Promise<void> {
  const needs = await tx
    .select()
    .from(need)
    .where(isAmong(need.id, needIds))
    .orderBy(need.id)
    .for('no key update')
  await tx.delete(needIndex).where(isAmong(needIndex.needId, needIds))
  const open = await withTeasersOn(
    tx,
    needs.filter(({ state }) => state === 'published'),
    today,
  )
  const rows = open.flatMap((one) => needIndexRowsOf(one.id, leadNeed(one), today))
  for (let start = 0; start < rows.length; start += AT_ONCE)
    await tx.insert(needIndex).values(rows.slice(start, start + AT_ONCE))
}

/**
 * Makes anew the leads whose certificates changed with the days, and has their needs judged: whoever renews them takes away
 * the mark by which the night would find them.
 */
export async function renewNeedIndex(tx: Database, today: Day): Promise<void> {
  for (;;) {
    const due = await tx
      .selectDistinct({ needId: needIndex.needId })
      .from(needIndex)
      .where(lte(needIndex.renewOn, today))
      .limit(AT_ONCE)
    if (due.length === 0) return
    const needIds = due.map(({ needId }) => needId)
    await keepNeedIndex(tx, needIds, today)
    await enqueue(tx, 'judge-needs', { needIds })
  }
}
