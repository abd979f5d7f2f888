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
import { classes, type FinancingClass } from '../../domain/product/classes'
import { repaymentMethods, type RepaymentMethod } from '../../domain/cost/cost'
import {
  productStates,
  type Criterion,
  type CriterionFact,
  type ProductState,
  type SaveProductInput,
} from '../../domain/product/product'
import { fen, id, moment, oneOf } from './columns'
import { organisation } from './organisation'

/** What matching keeps beside the rows it is about, to be fast: each can be made anew from them. */

/** One row. A trigger draws another version with every change of a product or of a financier's state. */
export const catalogue = pgTable(
  'catalogue',
  { only: boolean().primaryKey().default(true), version: uuid().notNull() },
  (table) => [check('catalogue_one_row', sql`${table.only}`)],
)

export const product = pgTable(
  'product',
  {
    id: id(),
    code: text().notNull(),
    financierId: uuid()
      .notNull()
      .references(() => organisation.id),
    state: text().$type<ProductState>().notNull(),
    version: integer().notNull().default(1),
    name: text().notNull(),
    class: text().$type<FinancingClass>().notNull(),
    summary: text(),
    amountMinFen: fen().notNull(),
    amountMaxFen: fen().notNull(),
    tenorMinMonths: integer(),
    tenorMaxMonths: integer(),
    rateMinBp: integer(),
    rateMaxBp: integer(),
    feeBp: integer().notNull().default(0),
    repayment: text().$type<RepaymentMethod>().notNull(),
    /** All-in cost in bp by tenor, from the shortest month on; null where no price can be compared. */
    costsBp: integer().array(),
    answerDays: integer(),
    decisionDays: integer(),
    criteria: jsonb().$type<Criterion[]>().notNull(),
    createdAt: moment().notNull(),
    savedAt: moment().notNull(),
    publishedAt: moment(),
    reconfirmedAt: moment(),
    retiredAt: moment(),
  },
  (table) => [
    uniqueIndex('product_code').on(table.code),
    index('product_financier').on(table.financierId, table.state),
    index('product_state').on(table.state, table.class),
    oneOf('product_state_known', table.state, productStates),
    oneOf('product_class_known', table.class, classes),
    oneOf('product_repayment_known', table.repayment, repaymentMethods),
    check(
      'product_amounts',
      sql`${table.amountMinFen} > 0 and ${table.amountMinFen} <= ${table.amountMaxFen}`,
    ),
    check(
      'product_tenors',
      sql`${table.tenorMinMonths} is null or ${table.tenorMaxMonths} is null or ${table.tenorMinMonths} <= ${table.tenorMaxMonths}`,
    ),
  ],
)

/** Every saved version as it stood, so that an old introduction can show the terms it was begun on. */
export const productVersion = pgTable(
  'product_version',
  {
    id: id(),
    productId: uuid()
      .notNull()
      .references(() => product.id),
    version: integer().notNull(),
    terms: jsonb().$type<SaveProductInput>().notNull(),
    savedAt: moment().notNull(),
    memberId: uuid(),
  },
  (table) => [uniqueIndex('product_version_once').on(table.productId, table.version)],
)

/** Thresholds on facts outside the teaser that a financier asked for, in a product or a reach, each once. */
export const thresholdTry = pgTable(
  'threshold_try',
  {
    id: id(),
    financierId: uuid()
      .notNull()
      .references(() => organisation.id),
    fact: text().$type<CriterionFact>().notNull(),
    thresholds: text().notNull(),
    triedAt: moment().notNull(),
  },
  (table) => [index('threshold_try_financier').on(table.financierId, table.triedAt)],
)
