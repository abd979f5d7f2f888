import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import * as schema from '@/db/schema'

const names = new Map<string, string>()

/** Has each statement parsed and planned once: the verbs of the city send the same few hundred some fifty thousand times. */
class PreparingClient extends pg.Client {
  override query(...args: unknown[]): never {
    const [config, ...rest] = args
    if (typeof config !== 'object' || config === null || !('text' in config))
      return super.query(...(args as [string])) as never
    const text = String(config.text)
    const name = names.get(text) ?? `city ${names.size}`
    names.set(text, name)
    return super.query(...([{ ...config, name }, ...rest] as [pg.QueryConfig])) as never
  }
}

/** One connection to fill a database by. */
export function connectCity(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 1, Client: PreparingClient })
  return { db: drizzle(pool, { schema, casing: 'snake_case' }), close: () => pool.end() }
}
