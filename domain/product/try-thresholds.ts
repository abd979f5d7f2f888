import { and, eq, gt, isNotNull, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { product, thresholdTry } from '@/db/schema'
import { addDays, dayOf, startOf } from '../calendar/calendar'
import { DAYS } from '../clock/clock'
import {
  hiddenFacts,
  thresholdsOf,
  type Criterion,
  type CriterionFact,
} from '../criterion/criterion'
import { lockName } from '../context'
import { newId } from '../id'
import { THRESHOLD_CHANGES } from './product'

/** What stands on offer, or did last: its first publication is no change, and to ask by it again is none. */
async function readStanding(tx: Database, financierId: string) {
  const rows = await tx
    .select({ criteria: product.criteria })
    .from(product)
    .where(and(eq(product.financierId, financierId), isNotNull(product.publishedAt)))
  return rows.map(({ criteria }) => criteria)
}

/**
 * Counts other thresholds on facts outside the teaser, over all products, drafts and reaches of a financier, in 30 days and by
 * fact; those that were asked before, or stand in its products, are no change. Answers the facts of which no other may be
 * asked now: their thresholds were not counted.
 */
export async function tryThresholds(
  tx: Database,
  financierId: string,
  criteria: readonly Criterion[],
  now: Date,
): Promise<CriterionFact[]> {
  const asked = hiddenFacts
    .map((fact) => ({ fact, thresholds: thresholdsOf(criteria, fact) }))
    .filter(({ thresholds }) => thresholds !== '')
  if (asked.length === 0) return []
  // Of two forms open at once only one may ask for the last change.
  await lockName(tx, `thresholds:${financierId}`)
  const standing = await readStanding(tx, financierId)
  const since = startOf(addDays(dayOf(now), -DAYS.thresholdWindow))
  const tried = await tx
    .select({ fact: thresholdTry.fact, thresholds: thresholdTry.thresholds })
    .from(thresholdTry)
    .where(and(eq(thresholdTry.financierId, financierId), gt(thresholdTry.triedAt, since)))
  const spent: CriterionFact[] = []
  for (const { fact, thresholds } of asked) {
    if (standing.some((own) => thresholdsOf(own, fact) === thresholds)) continue
    const of = new Set(tried.filter((one) => one.fact === fact).map((one) => one.thresholds))
    if (of.has(thresholds)) continue
    if (of.size >= THRESHOLD_CHANGES) spent.push(fact)
    else
      await tx
        .insert(thresholdTry)
        .values({ id: newId(), financierId, fact, thresholds, triedAt: now })
  }
  return spent
}

/** How many products a financier first put on offer in 30 days. */
export async function countFirstPublished(
  tx: Database,
  financierId: string,
  now: Date,
): Promise<number> {
  const since = startOf(addDays(dayOf(now), -DAYS.thresholdWindow))
  const [row] = await tx
    .select({ products: sql<number>`count(*)::int` })
    .from(product)
    .where(and(eq(product.financierId, financierId), gt(product.publishedAt, since)))
  return row?.products ?? 0
}
