import { sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

/** WHERE an id is one of some; a single parameter, however many they are. */
export function isAmong(column: AnyPgColumn, ids: readonly string[]): SQL {
  return sql`${column} = any(${sql.param(ids)}::uuid[])`
}

export function isNotAmong(column: AnyPgColumn, ids: readonly string[]): SQL {
  return sql`${column} <> all(${sql.param(ids)}::uuid[])`
}
