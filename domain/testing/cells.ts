import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Database } from '@/db/client'
import { totalCell } from '@/db/schema'
import { cellsAnew } from '../ledger/keep-cells'

/** The cells that were kept are those that the whole ledger gives anew. */
export async function expectCellsKept(db: Database): Promise<void> {
  const order = sql`order by 1, 2, 3, 4, 5, 6`
  const kept = await db.execute(sql`
    select dimension, part, rung, measure, month, before, sum(n)::bigint as n from ${totalCell}
    group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0 ${order}`)
  const anew = await db.execute(sql`${cellsAnew} ${order}`)
  expect(kept.rows).toEqual(anew.rows)
}
