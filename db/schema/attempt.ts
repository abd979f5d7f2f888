import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { fen } from './columns'

/** Counted attempts: see ports/attempts. */
export const rateLimit = pgTable('rate_limit', {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: fen(),
})
