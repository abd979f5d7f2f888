import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { totalCell, totalVersion } from '@/db/schema'

/** Adds up the differences of each cell: a night's work. What others add meanwhile stays beside. */
export async function mergeCells(db: Database): Promise<void> {
  await db.execute(sql`
    with gone as (delete from ${totalCell} returning *)
    insert into ${totalCell} (dimension, part, rung, measure, month, before, n)
    select dimension, part, rung, measure, month, before, sum(n) from gone
    group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0`)
  await db.execute(sql`
    with gone as (delete from ${totalVersion} returning *)
    insert into ${totalVersion} (month, n) select month, sum(n) from gone group by 1`)
}
