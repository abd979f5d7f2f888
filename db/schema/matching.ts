/** What matching keeps beside the rows it is about, to be fast: each can be made anew from them. */
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  uuid,
} from 'drizzle-orm/pg-core'
import { bits, day, fen } from './columns'
import { need } from './need'

/** One row. A trigger draws another version with every change of a product or of a financier's state. */
export const catalogue = pgTable(
  'catalogue',
  { only: boolean().primaryKey().default(true), version: uuid().notNull() },
  (table) => [check('catalogue_one_row', sql`${table.only}`)],
)

/**
 * An open need as product criteria test it, a row a class that it would take; null is unknown. `lead_reach` (in the
 * migration: drizzle knows no INCLUDE) begins with class, parts, tenor and amount and covers all that is tested. What it
 * costs to read a row is its columns, so codes share two of them.
 */
export const lead = pgTable(
  'lead',
  {
    needId: uuid()
      .notNull()
      .references(() => need.id, { onDelete: 'cascade' }),
    /** Its place in the list of classes. */
    class: smallint().notNull(),
    inParts: boolean().notNull(),
    /** 0 where it is unknown, or the class has none. */
    tenorMonths: integer().notNull(),
    openFen: fen().notNull(),
    /** The smallest part; the whole where there are none. */
    leastFen: fen().notNull(),
    maxCostBp: integer(),
    /** Codes as bits: see `domain/match/bits.ts`. */
    singleCodes: bits().notNull(),
    severalCodes: bits().notNull(),
    foundedOn: day(),
    staff: integer(),
    rdStaff: integer(),
    debtRatioBp: integer(),
    patents: integer(),
    revenueFen: fen(),
    profitFen: fen(),
    rdSpendFen: fen(),
    /** The day from which its certificates are others, and the row is to be made anew. */
    renewOn: day(),
  },
  (table) => [
    primaryKey({ columns: [table.needId, table.class] }),
    index('lead_renew')
      .on(table.renewOn)
      .where(sql`renew_on is not null`),
  ],
)
