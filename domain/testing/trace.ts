import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'

const tables = [
  'organisation',
  'member',
  'profile',
  'profile_year',
  'qualification',
  'white_list_entry',
  'event',
  'notification',
  'notification_setting',
  'outbox_mail',
  'saved_view',
  'view_choice',
  'need',
  'product',
  'product_version',
  'match',
  'lead',
  'catalogue',
  'night',
  'introduction',
  'consent',
  'disclosure',
  'contact',
  'offer',
  'service',
  'service_mark',
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
