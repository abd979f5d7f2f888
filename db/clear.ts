import { sql, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Database } from './client'

/** So many in one statement, that nobody waits for it. */
const AT_ONCE = 5_000

/** Deletes the rows of a table that are old, in steps; answers how many. */
export async function clear(db: Database, table: PgTable, old: SQL | undefined): Promise<number> {
  let cleared = 0
  for (;;) {
    const { rowCount } = await db.execute(
      sql`delete from ${table} where ctid = any(array(select ctid from ${table} where ${old} limit ${AT_ONCE}))`,
    )
    cleared += rowCount ?? 0
    if ((rowCount ?? 0) < AT_ONCE) return cleared
  }
}
