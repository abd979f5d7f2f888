import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { type RuleRow, noRecord, type FitParts, type TrackRecord } from '../../domain/match/match'
import { id, moment } from './columns'
import { need } from './need'
import { organisation } from './organisation'
import { product } from './product'

/** One row a need and product that fit, by facts or by the teaser: a lead list is an index read. */
export const match = pgTable(
  'match',
  {
    id: id(),
    needId: uuid()
      .notNull()
      .references(() => need.id, { onDelete: 'cascade' }),
    productId: uuid()
      .notNull()
      .references(() => product.id),
    financierId: uuid()
      .notNull()
      .references(() => organisation.id),
    needVersion: integer().notNull(),
    productVersion: integer().notNull(),
    rulesVersion: integer().notNull(),
    eligible: boolean().notNull(),
    fit: integer().notNull(),
    parts: jsonb().$type<FitParts>().notNull(),
    rows: jsonb().$type<RuleRow[]>().notNull(),
    /** The same by the teaser: what its financier reads before consent. */
    lead: boolean().notNull(),
    leadFit: integer().notNull(),
    leadParts: jsonb().$type<FitParts>().notNull(),
    leadRows: jsonb().$type<RuleRow[]>().notNull(),
    /** The snapshot that it was judged with. */
    record: jsonb().$type<TrackRecord>().notNull().default(noRecord),
    judgedAt: moment().notNull(),
    firstJudgedAt: moment().notNull(),
    passedAt: moment(),
    passCode: text(),
  },
  (table) => [
    uniqueIndex('match_once').on(table.needId, table.productId),
    index('match_leads')
      .on(table.financierId, table.leadFit.desc(), table.id)
      .where(sql`lead`),
    index('match_need').on(table.needId, table.fit.desc()),
    check('match_fit', sql`${table.fit} between 0 and 100`),
    check('match_lead_fit', sql`${table.leadFit} between 0 and 100`),
  ],
)
