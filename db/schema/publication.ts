import { bigint, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { type PublishedWindow } from '../../domain/publication/publication'
import { moment } from './columns'

/** What the public reads of a month, and of the year to it, as it was published: append-only by trigger. */
export const publication = pgTable(
  'publication',
  {
    number: integer().primaryKey(),
    month: integer().notNull(),
    definition: text().notNull(),
    /** Of the ledger, when it was published. */
    position: bigint({ mode: 'number' }).notNull(),
    at: moment().notNull(),
    windows: jsonb().$type<PublishedWindow[]>().notNull(),
  },
  (table) => [uniqueIndex('publication_month').on(table.month)],
)
