import { and, arrayContains, eq, sql } from 'drizzle-orm'
import { member } from '@/db/schema'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import { compareCells, keepCheck, renewCells, type CellsCompared } from '../ledger/check-cells'
import { markThrough, readThrough } from '../night/through'
import { keepNotifications } from '../notification/keep-notifications'

/**
 * Holds the totals of now against every row of the ledger; once a night. Where they differ (somebody wrote behind the
 * application's back) they are reckoned anew, and the administrators of the city are told. Answers what was found, or null
 * where it is done already.
 */
export async function checkTotals({ db, now }: Context): Promise<CellsCompared | null> {
  const today = dayOf(now)
  const through = await readThrough(db, 'totals')
  if (through !== null && through >= today) return null
  // A large ledger takes minutes, and keeps nobody waiting unless something differs.
  const unhurried = sql`set local statement_timeout = 0`
  const found = await db.transaction(async (tx) => {
    await tx.execute(unhurried)
    return compareCells(tx)
  })
  await db.transaction(async (tx) => {
    await tx.execute(unhurried)
    if (found.differing > 0) await renewCells(tx)
    const check = await keepCheck(tx, now, found)
    const administrators =
      found.differing === 0
        ? []
        : await tx
            .select({ id: member.id })
            .from(member)
            .where(
              and(
                eq(member.state, 'active'),
                eq(member.scopeCity, true),
                arrayContains(member.duties, ['administrator']),
              ),
            )
    await keepNotifications(
      tx,
      administrators.map(({ id }) => ({
        memberId: id,
        kind: 'totals-differed',
        causeId: check.id,
        subject: 'totals',
        subjectId: check.id,
        many: found.differing,
        at: now,
      })),
    )
    await markThrough(tx, 'totals', today)
  })
  return found
}
