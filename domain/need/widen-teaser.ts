import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { need } from '@/db/schema'
import type { Day } from '../calendar/calendar'
import { readCrowd } from './crowd'
import { termsOf } from './need'
import { teaserOf, widerOf, wideningFor } from './teaser'

/**
 * The crowd is counted when a need is published. Where fewer stand there than when its company agreed to the teaser, it tells
 * less; it never tells more than was agreed to.
 */
export async function widenTeaser(
  tx: Database,
  one: typeof need.$inferSelect,
  today: Day,
): Promise<void> {
  if (!one.facts || !one.teaser) throw new Error(`need ${one.id} was submitted without a teaser`)
  const now = wideningFor(one.facts, await readCrowd(tx, one.facts))
  const widening = widerOf(one.teaser.widening, now)
  const teaser = teaserOf(termsOf(one), one.facts, widening, today)
  await tx.update(need).set({ teaser }).where(eq(need.id, one.id))
}
