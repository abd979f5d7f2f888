import { bigint, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { type PublishedWindow, type RevisedTotals } from '../../domain/publication/publication'
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

/** A later word on the year to a month that was published: append-only by trigger. */
export const publicationRevision = pgTable(
  'publication_revision',
  {
    month: integer().notNull(),
    /** 2 and on: of the report that tells it. */
    edition: integer().notNull(),
    position: bigint({ mode: 'number' }).notNull(),
    at: moment().notNull(),
    totals: jsonb().$type<RevisedTotals>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.month, table.edition] })],
)
