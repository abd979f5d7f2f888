import { isDeepStrictEqual } from 'node:util'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { isAmong } from '@/db/among'
import { match, need, product } from '@/db/schema'
import { dayOf } from '../calendar/calendar'
import { transact, type Context } from '../context'
import { ok } from '../result'
import { judge } from './judge'
import { lockJudging } from './judge-pairs'
import { judgedNeed, RULES_VERSION } from './match'
import { readRecords } from './record'

/** Needs in one transaction: others that judge wait for it. */
const NEEDS_AT_ONCE = 50

/** Reads the records of all matches in force of open needs anew; who else might fit is not asked. Answers how many moved. */
export async function renewRecords(context: Context): Promise<number> {
  const { db } = context
  let moved = 0
  let after: string | null = null
  for (;;) {
    const page: { id: string }[] = await db
      .select({ id: need.id })
      .from(need)
      .where(
        and(
          eq(need.state, 'published'),
          gt(need.openFen, 0),
          after === null ? undefined : gt(need.id, after),
        ),
      )
      .orderBy(asc(need.id))
      .limit(NEEDS_AT_ONCE)
    if (page.length === 0) return moved
    const ids = page.map(({ id }) => id)
    const result = await transact(context, async (tx) =>
      ok(await renew({ ...context, db: tx }, ids)),
    )
    if (result.ok) moved += result.value
    after = ids.at(-1) ?? null
  }
}

async function renew({ db: tx, now }: Context, needIds: readonly string[]): Promise<number> {
  await lockJudging(tx)
  const pairs = await tx
    .select({ id: match.id, need, product, record: match.record, rules: match.rulesVersion })
    .from(match)
    .innerJoin(need, eq(need.id, match.needId))
    .innerJoin(product, eq(product.id, match.productId))
    .where(and(isAmong(match.needId, needIds), eq(match.eligible, true)))
    .orderBy(asc(match.id))
  const records = await readRecords(
    tx,
    pairs.map(({ product: { financierId } }) => financierId),
    now,
  )
  const changed = pairs.flatMap(({ id, need: one, product: terms, ...stood }) => {
    const record = records.of(one, terms)
    if (stood.rules === RULES_VERSION && isDeepStrictEqual(record, stood.record)) return []
    const { eligible, fit, parts, rows } = judge(judgedNeed(one), terms, dayOf(now), record)
    return [{ id, eligible, fit, parts, rows, record }]
  })
  await tx.execute(sql`
    update ${match} set eligible = it.eligible, fit = it.fit, parts = it.parts, rows = it.rows, record = it.record, rules_version = ${RULES_VERSION}
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as it(id uuid, eligible boolean, fit integer, parts jsonb, rows jsonb, record jsonb)
    where ${match.id} = it.id`)
  return changed.length
}
