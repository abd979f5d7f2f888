/** One driver, one path: the application knows only DATABASE_URL, never which PostgreSQL stands behind it. */
import { drizzle, type NodePgDatabase, type NodePgTransaction } from 'drizzle-orm/node-postgres'
import type { ExtractTablesWithRelations } from 'drizzle-orm'
import { Pool } from 'pg'
import * as schema from './schema'

type Schema = typeof schema
/** A connection or a transaction on it: queries and verbs take either. */
export type Database =
  NodePgDatabase<Schema> | NodePgTransaction<Schema, ExtractTablesWithRelations<Schema>>

/** @throws where the address is not one; connecting itself waits for the first query. */
export function connect(
  url: string,
  most = 10,
): { db: NodePgDatabase<Schema>; close: () => Promise<void> } {
  const pool = new Pool({
    connectionString: url,
    max: most,
    statement_timeout: 10_000,
    connectionTimeoutMillis: 5_000,
    application_name: 'kerong',
  })
  // A backend that dies while idle must not take the process with it: the pool opens another.
  pool.on('error', () => undefined)
  return { db: drizzle(pool, { schema, casing: 'snake_case' }), close: () => pool.end() }
}

const shared = globalThis as { kerongDatabase?: NodePgDatabase<Schema> }

/** The one pool of this process, kept over reloads. */
export function database(): NodePgDatabase<Schema> {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set: start with `npm start`')
  shared.kerongDatabase ??= connect(url).db
  return shared.kerongDatabase
}
