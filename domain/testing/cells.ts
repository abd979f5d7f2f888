/** What the triggers keep is what the whole ledger gives. */
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Database } from '@/db/client'
import { totalCell, totalChange } from '@/db/schema'
import { cellsAnew } from '../ledger/cells-anew'

/** The cells that are kept are those that the whole ledger gives anew, in a transaction that has not ended too. */
export async function expectCellsKept(db: Database): Promise<void> {
  await db.execute(sql`set constraints total_change_ends immediate`)
  const order = sql`order by 1, 2, 3, 4, 5, 6`
  const kept = await db.execute(sql`
    select dimension, part, rung, measure, month, before, sum(n)::bigint as n from ${totalCell}
    group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0 ${order}`)
  const anew = await db.execute(sql`select * from (${cellsAnew}) as cell ${order}`)
  expect(kept.rows).toEqual(anew.rows)
  expect(await db.$count(totalChange)).toBe(0)
}
