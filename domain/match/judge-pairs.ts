import { and, eq, lte, or, sql, type SQL } from 'drizzle-orm'
import { isAmong, isNotAmong } from '@/db/among'
import type { Database } from '@/db/client'
import { match, need, product } from '@/db/schema'
import { dayOf, type Day } from '../calendar/calendar'
import { lockName, transact, type Context } from '../context'
import { newId } from '../id'
import { renewNeedIndex } from '../need/keep-need-index'
import { isOnOffer } from '../product/on-offer'
import { ok, type Result } from '../result'
import { listCandidateNeeds } from './candidate-needs'
import { listCandidateProducts } from './catalogue'
import { judge } from './judge'
import { asLead, judgedNeed, leadNeed } from './match'
import { keepPassed } from './pass-match'
import { readRecords, type Records } from './record'
import { tellLeads } from './tell-leads'

type NeedRow = typeof need.$inferSelect
type ProductRow = typeof product.$inferSelect
const AT_ONCE = 200

/** A pair, as a key of what stands for it. */
export const pairOf = (needId: string, productId: string) => `${needId} ${productId}`

/**
 * Writes what fits by facts or by the teaser, and of what does not those that stood as matches before; answers the pairs that
 * fit.
 */
export async function judgePairs(
  tx: Database,
  needs: NeedRow[],
  products: ProductRow[],
  records: Records,
  now: Date,
  stood?: ReadonlySet<string>,
): Promise<string[]> {
  const today = dayOf(now)
  const judged = needs.flatMap((one) => {
    const [byFacts, byTeaser] = [judgedNeed(one), leadNeed(one)]
    return products.flatMap((terms) => {
      const record = records.of(one, terms)
      const judgement = judge(byFacts, terms, today, record)
      const lead = judge(byTeaser, terms, today, record)
      if (!(judgement.eligible || lead.eligible) && !stood?.has(pairOf(one.id, terms.id))) return []
      return {
        id: newId(),
        needId: one.id,
        productId: terms.id,
        financierId: terms.financierId,
        needVersion: one.version,
        productVersion: terms.version,
        rulesVersion: judgement.rulesVersion,
        eligible: judgement.eligible,
        fit: judgement.fit,
        parts: judgement.parts,
        rows: judgement.rows,
        ...asLead(lead),
        record,
        judgedAt: now,
        firstJudgedAt: now,
      }
    })
  })
  for (let start = 0; start < judged.length; start += AT_ONCE) {
    await tx
      .insert(match)
      .values(judged.slice(start, start + AT_ONCE))
      .onConflictDoUpdate({
        target: [match.needId, match.productId],
        set: {
          needVersion: sql`excluded.need_version`,
          productVersion: sql`excluded.product_version`,
          rulesVersion: sql`excluded.rules_version`,
          eligible: sql`excluded.eligible`,
          fit: sql`excluded.fit`,
          parts: sql`excluded.parts`,
          rows: sql`excluded.rows`,
          lead: sql`excluded.lead`,
          leadFit: sql`excluded.lead_fit`,
          leadParts: sql`excluded.lead_parts`,
          leadRows: sql`excluded.lead_rows`,
          record: sql`excluded.record`,
          judgedAt: now,
        },
        // An older judgement that ends later must not overwrite a newer one.
        setWhere: sql`excluded.need_version >= ${match.needVersion} and excluded.product_version >= ${match.productVersion}`,
      })
  }
  await keepPassed(
    tx,
    needs.map(({ id }) => id),
    now,
  )
  return judged.flatMap(({ eligible, lead, needId, productId }) =>
    eligible || lead ? [pairOf(needId, productId)] : [],
  )
}

/**
 * One judgement at a time: of two that cross, each could miss what the other has just published, or undo what it has
 * just found. Waiting for it may take longer than a page may wait.
 */
export async function lockJudging(tx: Database): Promise<void> {
  await tx.execute(sql`set local statement_timeout = '5min'`)
  // It runs beside the pages, and leaves the other processors to them.
  await tx.execute(sql`set local max_parallel_workers_per_gather = 0`)
  await lockName(tx, 'judge')
}

/** Of these products those that are live, of admitted financiers. */
export async function listOffered(tx: Database, productIds: string[]): Promise<ProductRow[]> {
  return tx
    .select()
    .from(product)
    .where(and(isAmong(product.id, productIds), isOnOffer()))
    .orderBy(product.id)
}

/** The live products that a need may have, by facts or by its teaser. */
export async function listProductsFor(tx: Database, one: NeedRow, today: Day): Promise<string[]> {
  const byFacts = await listCandidateProducts(tx, judgedNeed(one), today)
  const byTeaser = await listCandidateProducts(tx, leadNeed(one), today)
  return [...new Set([...byFacts, ...byTeaser])]
}

/** Whether a match stands, by facts or by the teaser. */
export function fits(): SQL | undefined {
  return or(eq(match.eligible, true), eq(match.lead, true))
}

/** Judges one published need against every live product of an admitted financier; nothing where it is not open. */
export async function judgeNeed(context: Context, needId: string): Promise<Result<number>> {
  return transact(context, async (tx) => {
    await lockJudging(tx)
    const [one] = await tx
      .select()
      .from(need)
      .where(and(eq(need.id, needId), eq(need.state, 'published')))
    if (!one) return ok(0)
    const candidates = await listProductsFor(tx, one, dayOf(context.now))
    const offered = await listOffered(tx, candidates)
    const financierIds = offered.map(({ financierId }) => financierId)
    const records = await readRecords(tx, financierIds, context.now)
    const fitting = await judgePairs(tx, [one], offered, records, context.now)
    const productIds = fitting.map((pair) => pair.slice(37))
    await tx
      .update(match)
      .set({ eligible: false, lead: false, judgedAt: context.now })
      .where(
        and(
          eq(match.needId, needId),
          lte(match.needVersion, one.version),
          isNotAmong(match.productId, productIds),
        ),
      )
    await tellLeads(tx, context.now, { needIds: [needId] })
    return ok(fitting.length)
  })
}

/** Judges one live product against every open need; nothing where it is not live. */
export async function judgeProduct(context: Context, productId: string): Promise<Result<number>> {
  return transact(context, async (tx) => {
    await lockJudging(tx)
    const [one] = await listOffered(tx, [productId])
    if (!one) return ok(0)
    const today = dayOf(context.now)
    await renewNeedIndex(tx, today)
    const candidates = await listCandidateNeeds(tx, one)
    const records = await readRecords(tx, [one.financierId], context.now)
    const fitting: string[] = []
    for (let start = 0; start < candidates.length; start += AT_ONCE) {
      const open = await tx
        .select()
        .from(need)
        .where(
          and(
            isAmong(need.id, candidates.slice(start, start + AT_ONCE)),
            eq(need.state, 'published'),
            sql`${need.openFen} > 0`,
          ),
        )
        .orderBy(need.id)
      fitting.push(...(await judgePairs(tx, open, [one], records, context.now)))
    }
    const needIds = fitting.map((pair) => pair.slice(0, 36))
    await tx
      .update(match)
      .set({ eligible: false, lead: false, judgedAt: context.now })
      .where(
        and(
          eq(match.productId, productId),
          lte(match.productVersion, one.version),
          fits(),
          isNotAmong(match.needId, needIds),
        ),
      )
    await tellLeads(tx, context.now, { productId })
    return ok(fitting.length)
  })
}
