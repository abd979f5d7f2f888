import { isDeepStrictEqual } from 'node:util'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { isAmong } from '@/db/among'
import type { Database } from '@/db/client'
import { match, need, product } from '@/db/schema'
import { dayOf, type Day } from '../calendar/calendar'
import { transact, type Context } from '../context'
import { finishBeside, type Steps } from '../ranking/steps'
import { ok } from '../result'
import { judge } from './judge'
import { fits, lockJudging } from './judge-pairs'
import {
  asLead,
  judgedNeed,
  leadNeed,
  RULES_VERSION,
  type Judgement,
  type TrackRecord,
} from './match'
import { readRecords, type Records } from './record'

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

type Renewed = Pick<Judgement, 'eligible' | 'fit' | 'parts' | 'rows'> &
  ReturnType<typeof asLead> & { id: string; record: TrackRecord }

const selectInForce = (tx: Database, needIds: readonly string[]) =>
  tx
    .select({ id: match.id, need, product, record: match.record, rules: match.rulesVersion })
    .from(match)
    .innerJoin(need, eq(need.id, match.needId))
    .innerJoin(product, eq(product.id, match.productId))
    .where(and(isAmong(match.needId, needIds), fits()))
    .orderBy(asc(match.id))

/** A need costs the model some milliseconds. */
function* movedOf(
  pairs: Awaited<ReturnType<typeof selectInForce>>,
  records: Records,
  today: Day,
): Steps<Renewed[]> {
  const moved: Renewed[] = []
  for (const { id, need: one, product: terms, ...stood } of pairs) {
    yield
    const record = records.of(one, terms)
    if (stood.rules === RULES_VERSION && isDeepStrictEqual(record, stood.record)) continue
    const { eligible, fit, parts, rows } = judge(judgedNeed(one), terms, today, record)
    const lead = asLead(judge(leadNeed(one), terms, today, record))
    moved.push({ id, eligible, fit, parts, rows, ...lead, record })
  }
  return moved
}

async function renew({ db: tx, now }: Context, needIds: readonly string[]): Promise<number> {
  await lockJudging(tx)
  const pairs = await selectInForce(tx, needIds)
  const records = await readRecords(
    tx,
    pairs.map(({ product: { financierId } }) => financierId),
    now,
  )
  const moved = await finishBeside(movedOf(pairs, records, dayOf(now)))
  await tx.execute(sql`
    update ${match} set eligible = it.eligible, fit = it.fit, parts = it.parts, rows = it.rows, lead = it.lead, lead_fit = it."leadFit", lead_parts = it."leadParts", lead_rows = it."leadRows", record = it.record, rules_version = ${RULES_VERSION}
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as it(id uuid, eligible boolean, fit integer, parts jsonb, rows jsonb, lead boolean, "leadFit" integer, "leadParts" jsonb, "leadRows" jsonb, record jsonb)
    where ${match.id} = it.id`)
  return moved.length
}
