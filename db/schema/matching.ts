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
import { day, fen } from './columns'
import { need } from './need'

/** One row. A trigger draws another version with every change of a product or of a financier's state. */
export const catalogue = pgTable(
  'catalogue',
  { only: boolean().primaryKey().default(true), version: uuid().notNull() },
  (table) => [check('catalogue_one_row', sql`${table.only}`)],
)

/**
 * An open need as product criteria test it, a row a class that it would take. Codes are bits in the order of their list;
 * null is unknown. `lead_reach` (in the migration: drizzle knows no INCLUDE) begins with class, parts and amount and
 * covers all that is tested.
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
    openFen: fen().notNull(),
    /** The smallest part; the whole where there are none. */
    leastFen: fen().notNull(),
    tenorMonths: integer(),
    maxCostBp: integer(),
    district: integer(),
    zone: integer(),
    chain: integer(),
    stage: integer(),
    qualification: integer(),
    collateral: integer(),
    use: integer(),
    foundedOn: day(),
    staff: integer(),
    rdStaff: integer(),
    debtRatioBp: integer(),
    patents: integer(),
    revenueFen: fen(),
    profitFen: fen(),
    rdSpendFen: fen(),
    whiteListed: boolean().notNull(),
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
