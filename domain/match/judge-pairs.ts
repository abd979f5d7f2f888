import { and, eq, lte, sql } from 'drizzle-orm'
import { isAmong, isNotAmong } from '@/db/among'
import type { Database } from '@/db/client'
import { match, need, organisation, product } from '@/db/schema'
import { dayOf } from '../calendar/calendar'
import { lockName, transact, type Context } from '../context'
import { newId } from '../id'
import { termsOf } from '../need/terms'
import { ok, type Result } from '../result'
import { listCandidateProducts } from './catalogue'
import { judge } from './judge'
import type { JudgedNeed } from './match'
import { readRecords } from './record'

type NeedRow = typeof need.$inferSelect
type ProductRow = typeof product.$inferSelect
const AT_ONCE = 200

/** What the judge reads of a published need. */
export function judgedNeed(row: NeedRow): JudgedNeed {
  if (!row.facts) throw new Error(`need ${row.id} was published without a snapshot`)
  return { terms: termsOf(row), facts: row.facts, openFen: row.openFen }
}

async function judgePairs(
  tx: Database,
  needs: NeedRow[],
  products: ProductRow[],
  now: Date,
): Promise<string[]> {
  const today = dayOf(now)
  const records = await readRecords(
    tx,
    products.map(({ financierId }) => financierId),
    now,
  )
  const fitting = needs.flatMap((one) => {
    const subject = judgedNeed(one)
    return products.flatMap((terms) => {
      const record = records.of(terms.financierId, terms.class, subject.facts.chains)
      const { eligible, ...judgement } = judge(subject, terms, today, record)
      if (!eligible) return []
      return {
        id: newId(),
        needId: one.id,
        productId: terms.id,
        financierId: terms.financierId,
        needVersion: one.version,
        productVersion: terms.version,
        rulesVersion: judgement.rulesVersion,
        eligible: true,
        fit: judgement.fit,
        parts: judgement.parts,
        rows: judgement.rows,
        judgedAt: now,
        firstJudgedAt: now,
      }
    })
  })
  for (let start = 0; start < fitting.length; start += AT_ONCE) {
    await tx
      .insert(match)
      .values(fitting.slice(start, start + AT_ONCE))
      .onConflictDoUpdate({
        target: [match.needId, match.productId],
        set: {
          needVersion: sql`excluded.need_version`,
          productVersion: sql`excluded.product_version`,
          rulesVersion: sql`excluded.rules_version`,
          eligible: true,
          fit: sql`excluded.fit`,
          parts: sql`excluded.parts`,
          rows: sql`excluded.rows`,
          judgedAt: now,
        },
        // An older judgement that ends later must not overwrite a newer one.
        setWhere: sql`excluded.need_version >= ${match.needVersion} and excluded.product_version >= ${match.productVersion}`,
      })
  }
  return fitting.map(({ needId, productId }) => `${needId} ${productId}`)
}

/**
 * One judgement at a time: of two that cross, each could miss what the other has just published, or undo what it has
 * just found. Waiting for it may take longer than a page may wait.
 */
async function lockJudging(tx: Database): Promise<void> {
  await tx.execute(sql`set local statement_timeout = '5min'`)
  await lockName(tx, 'judge')
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
    const candidates = await listCandidateProducts(tx, judgedNeed(one), dayOf(context.now))
    const products = await tx
      .select({ product })
      .from(product)
      .innerJoin(organisation, eq(organisation.id, product.financierId))
      .where(
        and(
          isAmong(product.id, candidates),
          eq(product.state, 'live'),
          eq(organisation.state, 'admitted'),
        ),
      )
      .orderBy(product.id)
    const fitting = await judgePairs(
      tx,
      [one],
      products.map((row) => row.product),
      context.now,
    )
    const productIds = fitting.map((pair) => pair.slice(37))
    await tx
      .update(match)
      .set({ eligible: false, judgedAt: context.now })
      .where(
        and(
          eq(match.needId, needId),
          lte(match.needVersion, one.version),
          isNotAmong(match.productId, productIds),
        ),
      )
    return ok(fitting.length)
  })
}

/** Judges one live product against every open need; nothing where it is not live. */
export async function judgeProduct(context: Context, productId: string): Promise<Result<number>> {
  return transact(context, async (tx) => {
    await lockJudging(tx)
    const [one] = await tx
      .select({ product })
      .from(product)
      .innerJoin(organisation, eq(organisation.id, product.financierId))
      .where(
        and(
          eq(product.id, productId),
          eq(product.state, 'live'),
          eq(organisation.state, 'admitted'),
        ),
      )
    if (!one) return ok(0)
    const open = await tx
      .select()
      .from(need)
      .where(and(eq(need.state, 'published'), sql`${need.openFen} > 0`))
      .orderBy(need.id)
    const fitting = await judgePairs(tx, open, [one.product], context.now)
    const needIds = fitting.map((pair) => pair.slice(0, 36))
    await tx
      .update(match)
      .set({ eligible: false, judgedAt: context.now })
      .where(
        and(
          eq(match.productId, productId),
          lte(match.productVersion, one.product.version),
          eq(match.eligible, true),
          isNotAmong(match.needId, needIds),
        ),
      )
    return ok(fitting.length)
  })
}
