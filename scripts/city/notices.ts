import { and, asc, eq, gte, lt, sql } from 'drizzle-orm'
import { connect } from '@/db/client'
import { event, match, notification } from '@/db/schema'
import { addDays, startOf, type Day } from '@/domain/calendar/calendar'
import { tellLeads } from '@/domain/match/tell-leads'
import { markThrough } from '@/domain/night/through'
import { tell } from '@/domain/notification/tell'

const DAYS_TOLD = 7
const DAYS_UNREAD = 2

/** Tells the members of the city what happened in its last days, by the same verbs as ever; what is older has been read. */
export async function tellCity(url: string, today: Day): Promise<number> {
  const { db, close } = connect(url, 1)
  const since = startOf(addDays(today, -DAYS_TOLD))
  try {
    return await db.transaction(async (tx) => {
      // The clocks told of what they moved already, in their own order.
      await tx.delete(notification)
      const happened = await tx
        .select()
        .from(event)
        .where(gte(event.at, since))
        .orderBy(asc(event.at))
      const judged = await tx
        .selectDistinct({ needId: match.needId, at: match.firstJudgedAt })
        .from(match)
        .where(and(eq(match.eligible, true), gte(match.firstJudgedAt, since)))
      // In the order in which it happened: the list goes by it.
      const acts = [
        ...happened.map((one) => ({ at: one.at, run: () => tell(tx, one) })),
        ...judged.map(({ needId, at }) => ({
          at,
          run: () => tellLeads(tx, at, { needIds: [needId] }),
        })),
      ]
      for (const { run } of acts.toSorted((a, b) => Number(a.at) - Number(b.at))) await run()
      await tx
        .update(notification)
        .set({ readAt: sql`${notification.at} + interval '90 minutes'` })
        .where(lt(notification.at, startOf(addDays(today, -DAYS_UNREAD))))
      // What was drawn stands as it is judged today.
      await markThrough(tx, 'judge', today)
      return tx.$count(notification)
    })
  } finally {
    await close()
  }
}
