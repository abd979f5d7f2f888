import { and, eq, isNull, lt, ne, sql } from 'drizzle-orm'
import { connect } from '@/db/client'
import { consent, introduction } from '@/db/schema'
import { addDays, dayOf, startOf, type Day } from '@/domain/calendar/calendar'
import { runClocks } from '@/domain/clock/run-clocks'
import { expireConsent } from '@/domain/moves/expire-consent'

const actor = { audience: 'clock' } as const

/**
 * Moves what time has moved by now, so that the city begins as the law leaves it; answers how many. Consents ran out over the
 * years, each on its day; the rest was drawn as it stands and has run out since yesterday.
 */
export async function runCityClocks(url: string, today: Day): Promise<number> {
  const now = new Date()
  const { db, close } = connect(url, 1)
  try {
    const over = await db
      .select({ id: introduction.id, last: sql<Day>`max(${consent.until})::text` })
      .from(consent)
      .innerJoin(introduction, eq(introduction.id, consent.introductionId))
      .where(
        and(isNull(consent.endedAt), lt(consent.until, today), ne(introduction.state, 'ended')),
      )
      .groupBy(introduction.id)
    for (const { id, last } of over)
      await expireConsent({ actor, now: startOf(addDays(last, 1)), db }, id)
    const at = today === dayOf(now) ? now : startOf(today)
    const moved = await runClocks({ actor, now: at, db })
    return Object.values(moved).reduce((sum, count) => sum + count, over.length)
  } finally {
    await close()
  }
}
