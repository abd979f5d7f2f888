import { getTableName, is, sql } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import type { Database } from '@/db/client'
import * as schema from '@/db/schema'

/** Every table there is, but the two that count what was sent and tried. */
const tables = [
  ...Object.values(schema)
    .filter((one) => is(one, PgTable))
    .map((table) => getTableName(table))
    .filter((name) => name !== 'act' && name !== 'rate_limit'),
  'pgboss.job',
]

const digests = sql.raw(
  `select ${tables
    .map(
      (name) =>
        `(select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from ${name} t) as "${name}"`,
    )
    .join(', ')}`,
)

/** Every table's row count and contents, digested: equal before and after where a verb left no trace. */
export async function trace(db: Database): Promise<Record<string, unknown>> {
  const { rows } = await db.execute(digests)
  return rows[0] ?? {}
}

/** The types of the events recorded so far, oldest first. */
export async function eventTypes(db: Database): Promise<string[]> {
  const { rows } = await db.execute<{ type: string }>(sql`select type from event order by id`)
  return rows.map(({ type }) => type)
}
