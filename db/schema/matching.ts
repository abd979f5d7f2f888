/** What matching keeps beside the rows it is about, to be fast: each can be made anew from them. */
import { sql } from 'drizzle-orm'
import { boolean, check, pgTable, uuid } from 'drizzle-orm/pg-core'

/** One row. A trigger draws another version with every change of a product or of a financier's state. */
export const catalogue = pgTable(
  'catalogue',
  { only: boolean().primaryKey().default(true), version: uuid().notNull() },
  (table) => [check('catalogue_one_row', sql`${table.only}`)],
)
