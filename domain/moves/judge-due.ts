/** What a day makes true or false is judged again in its night: certificates by their mark, ages by the days between. */
import { and, asc, eq, gt, lte, or, sql, type SQL } from 'drizzle-orm'
import { isAmong } from '@/db/among'
import type { Database } from '@/db/client'
import { match, need, needIndex, product } from '@/db/schema'
import { dayOf, type Day } from '../calendar/calendar'
import { transact, type Context } from '../context'
import { foundedBy, OLDEST_MONTHS } from '../match/candidate-needs'
import { listCandidateProducts } from '../match/catalogue'
import { judgePairs, listOffered, lockJudging, pairOf } from '../match/judge-pairs'
import { judgedNeed } from '../match/match'
import { readRecords } from '../match/record'
import { tellLeads } from '../match/tell-leads'
import { keepNeedIndex } from '../need/keep-need-index'
import { markThrough, readThrough } from '../night/through'
import { ok, type Result } from '../result'

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

/** Judges some needs anew, each against every live product; those that are not open by now are left. */
export async function judgeNeeds(
  context: Context,
  needIds: readonly string[],
): Promise<Result<number>> {
  return transact(context, async (tx) => {
    const { now } = context
    const today = dayOf(now)
    await lockJudging(tx)
    await keepNeedIndex(tx, needIds, today)
    const open = await tx
      .select()
      .from(need)
      .where(and(isAmong(need.id, needIds), eq(need.state, 'published'), gt(need.openFen, 0)))
      .orderBy(asc(need.id))
    const ids = open.map(({ id }) => id)
    const stood = await tx
      .select({ id: match.id, needId: match.needId, productId: match.productId })
      .from(match)
      .where(and(isAmong(match.needId, ids), eq(match.eligible, true)))
    const wanted = new Map<string, Set<string>>()
    for (const one of open)
      wanted.set(one.id, new Set(await listCandidateProducts(tx, judgedNeed(one), today)))
    for (const { needId, productId } of stood) wanted.get(needId)?.add(productId)
    const offered = await listOffered(tx, [
      ...new Set([...wanted.values()].flatMap((of) => [...of])),
    ])
    const records = await readRecords(
      tx,
      offered.map(({ financierId }) => financierId),
      now,
    )
    const before = new Set(stood.map(({ needId, productId }) => pairOf(needId, productId)))
    for (const one of open) {
      const products = offered.filter(({ id }) => wanted.get(one.id)?.has(id))
      await judgePairs(tx, [one], products, records, now, before)
    }
    const isOffered = new Set(offered.map(({ id }) => id))
    const gone = stood.filter(({ productId }) => !isOffered.has(productId)).map(({ id }) => id)
    await tx.update(match).set({ eligible: false, judgedAt: now }).where(isAmong(match.id, gone))
    await tellLeads(tx, now, { needIds: ids })
    return ok(open.length)
  })
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
