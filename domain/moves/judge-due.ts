/** What a day makes true or false is judged again in its night: certificates by their mark, ages by the days between. */
import { and, asc, gt, lte, or, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { needIndex, product } from '@/db/schema'
import { dayOf, type Day } from '../calendar/calendar'
import { type Context } from '../context'
import { foundedBy, OLDEST_MONTHS } from '../match/candidate-needs'
import { judgeNeeds } from '../match/judge-needs'
import { markThrough, readThrough } from '../night/through'

/** Needs in one transaction: others that judge wait for it. */
const DUE_AT_ONCE = 100

/** The ages in months at which a live product's answer turns: its least, and the first beyond its most. */
async function readTurningAges(db: Database): Promise<number[]> {
  const criterion = sql`criterion.value`
  const { rows } = await db.execute<{ months: number }>(sql`
    select distinct months::int as months
    from ${product}, jsonb_array_elements(${product.criteria}) as criterion,
      unnest(array[(${criterion}->>'min')::bigint, (${criterion}->>'max')::bigint + 1]) as months
    where ${product.state} = 'live' and ${criterion}->>'fact' = 'age' and months between 1 and ${OLDEST_MONTHS}
    order by months`)
  return rows.map(({ months }) => months)
}

/** Of the leads those that a day since the last night turned; all that any age has turned where there was none. */
async function dueSince(db: Database, through: Day | null, today: Day): Promise<SQL | undefined> {
  const turned = (await readTurningAges(db)).map((months) =>
    and(
      lte(needIndex.foundedOn, foundedBy(months, today)),
      through === null ? undefined : gt(needIndex.foundedOn, foundedBy(months, through)),
    ),
  )
  return or(lte(needIndex.renewOn, today), ...turned)
}

/**
 * The night's work, once a day however often it is asked for, and for all days since it was last done. Answers how many
 * needs were due and open. Cut short, it begins anew: judging again changes nothing.
 */
export async function judgeDue(context: Context): Promise<number> {
  const { db, now } = context
  const today = dayOf(now)
  const through = await readThrough(db, 'judge')
  if (through !== null && through >= today) return 0
  const due = await dueSince(db, through, today)
  let judged = 0
  let after: string | null = null
  for (;;) {
    const page: { needId: string }[] = await db
      .selectDistinct({ needId: needIndex.needId })
      .from(needIndex)
      .where(and(due, after === null ? undefined : gt(needIndex.needId, after)))
      .orderBy(asc(needIndex.needId))
      .limit(DUE_AT_ONCE)
    if (page.length === 0) break
    const result = await judgeNeeds(
      context,
      page.map(({ needId }) => needId),
    )
    if (result.ok) judged += result.value
    after = page.at(-1)?.needId ?? null
    if (page.length < DUE_AT_ONCE) break
  }
  await markThrough(db, 'judge', today)
  return judged
}
