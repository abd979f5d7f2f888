/** One driver, one path: the application knows only DATABASE_URL, never which PostgreSQL stands behind it. */
import { drizzle, type NodePgDatabase, type NodePgTransaction } from 'drizzle-orm/node-postgres'
import type { ExtractTablesWithRelations } from 'drizzle-orm'
import { Pool, type PoolClient, type PoolConfig } from 'pg'
import './ids'
import * as schema from './schema'
import { tellable } from './statement-error'

type Schema = typeof schema
/** A connection or a transaction on it: queries and verbs take either. */
export type Database =
  NodePgDatabase<Schema> | NodePgTransaction<Schema, ExtractTablesWithRelations<Schema>>

/** How long a connection that broke in its transaction may still be held by it: longer than any statement. */
const RELEASE_MS = 60_000

/** A pool whose troubles name no value, and end no process. */
class TellingPool extends Pool {
  constructor(config: PoolConfig) {
    super(config)
    // A backend that dies while idle must not take the process with it: the pool opens another.
    this.on('error', () => undefined)
    // Nor one that dies in a transaction. Where that had not begun, nobody gives the connection back.
    this.on('connect', (client) =>
      client.on('error', () => setTimeout(() => release(client), RELEASE_MS).unref()),
    )
  }

  override connect(): Promise<PoolClient>
  override connect(callback: Taken): void
  override connect(callback?: Taken): Promise<PoolClient> | void {
    if (callback) return super.connect(callback)
    return super.connect().catch((error: unknown) => {
      throw tellable(error, 'connect')
    })
  }
}
type Taken = Parameters<InstanceType<typeof Pool>['connect']>[0]

function release(client: PoolClient): void {
  try {
    client.release(true)
  } catch {
    // Given back long ago.
  }
}

/** @throws where the address is not one; connecting itself waits for the first query. */
export function connect(
  url: string,
  most = 10,
): { db: NodePgDatabase<Schema>; close: () => Promise<void> } {
  const pool = new TellingPool({
    connectionString: url,
    max: most,
    statement_timeout: 10_000,
    connectionTimeoutMillis: 5_000,
    application_name: 'kerong',
  })
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
