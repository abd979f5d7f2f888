import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { consent, introduction } from '@/db/schema'
import type { Day } from '../calendar/calendar'
import type { FieldGroup } from './consent'
import { isOfTwo, type Two } from './in-force'

export interface TakenBack {
  at: Date
  groups: FieldGroup[]
  /** Whether it can be undone: nothing ended by it, no day has passed, and none of it was opened again. */
  undoable: boolean
}

/** What was taken back last between two, as long as nothing was given since; null where there is nothing. */
export async function findTakenBack(db: Database, two: Two, today: Day): Promise<TakenBack | null> {
  const rows = await db
    .select({ group: consent.fieldGroup, until: consent.until, at: consent.endedAt })
    .from(consent)
    .where(
      and(
        isOfTwo(two),
        sql`${consent.endedAt} = (select max(last.ended_at) from ${consent} last where last.company_id = ${two.companyId} and last.financier_id = ${two.financierId})`,
      ),
    )
    .orderBy(consent.fieldGroup)
  const at = rows[0]?.at
  if (!at) return null
  const ended = await db.$count(
    introduction,
    and(
      eq(introduction.companyId, two.companyId),
      eq(introduction.financierId, two.financierId),
      eq(introduction.endedAt, at),
    ),
  )
  const open = await db
    .select({ group: consent.fieldGroup })
    .from(consent)
    .where(and(isOfTwo(two), isNull(consent.endedAt)))
  const isOpen = (group: FieldGroup) => open.some((one) => one.group === group)
  const groups = rows.map(({ group }) => group).filter((group) => !isOpen(group))
  if (groups.length === 0) return null
  const undoable =
    ended === 0 && groups.length === rows.length && rows.every(({ until }) => until >= today)
  return { at, groups, undoable }
}

/** Makes what ended at a moment between two what it was: the same rows, with their days. */
export async function openAgain(tx: Database, two: Two, at: Date): Promise<void> {
  await tx
    .update(consent)
    .set({ endedAt: null })
    .where(and(isOfTwo(two), eq(consent.endedAt, at)))
}
