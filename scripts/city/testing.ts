import { sql } from 'drizzle-orm'
import { inject } from 'vitest'
import type { Database } from '@/db/client'
import { addressOf } from '@/db/testing-address'
import { fillCity, type Given } from './city'
import { connectCity } from './connection'

/** Fills a test's database with the city, by a connection of its own. */
export async function fillIn(db: Database, given: Given): Promise<void> {
  const found = await db.execute<{ name: string }>(sql`select current_database() as name`)
  const city = connectCity(addressOf(inject('testServer').url, found.rows[0]?.name ?? ''))
  await city.db.transaction((tx) => fillCity(tx, given)).finally(city.close)
}
