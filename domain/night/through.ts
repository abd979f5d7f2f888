import { eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { night } from '@/db/schema'
import type { Day } from '../calendar/calendar'
import type { NightWork } from './night'

/** The last day for which a work was done; null where it never was. */
export async function readThrough(db: Database, work: NightWork): Promise<Day | null> {
  const [row] = await db.select({ through: night.through }).from(night).where(eq(night.work, work))
  return row?.through ?? null
}

/** It is done through a day; an older round that ends later takes nothing back. */
export async function markThrough(db: Database, work: NightWork, through: Day): Promise<void> {
  await db
    .insert(night)
    .values({ work, through })
    .onConflictDoUpdate({
      target: night.work,
      set: { through: sql`greatest(${night.through}, excluded.through)` },
    })
}
