import { and, asc, eq, gt } from 'drizzle-orm'
import { isAmong } from '@/db/among'
import { match, need } from '@/db/schema'
import { dayOf } from '../calendar/calendar'
import { transact, type Context } from '../context'
import { keepNeedIndex } from '../need/keep-need-index'
import { ok, type Result } from '../result'
import { fits, judgePairs, listOffered, listProductsFor, lockJudging, pairOf } from './judge-pairs'
import { readRecords } from './record'
import { tellLeads } from './tell-leads'

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
      .where(and(isAmong(match.needId, ids), fits()))
    const wanted = new Map<string, Set<string>>()
    for (const one of open) wanted.set(one.id, new Set(await listProductsFor(tx, one, today)))
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
    await tx
      .update(match)
      .set({ eligible: false, lead: false, judgedAt: now })
      .where(isAmong(match.id, gone))
    await tellLeads(tx, now, { needIds: ids })
    return ok(open.length)
  })
}
