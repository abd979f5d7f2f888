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
import {
  needStates,
  needSteps,
  useKinds,
  type NeedState,
  type NeedStep,
  type UseKind,
} from '../../domain/need/need'
import type { Teaser } from '../../domain/need/teaser'
import { noRecord, type FitParts, type RuleRow, type TrackRecord } from '../../domain/match/match'
import { classes, type FinancingClass } from '../../domain/product/classes'
import {
  productStates,
  repaymentMethods,
  type Criterion,
  type ProductState,
  type RepaymentMethod,
  type SaveProductInput,
} from '../../domain/product/product'
import { collateralKinds, type CollateralKind, type Facts } from '../../domain/profile/profile'
import { codes, day, fen, id, moment, oneOf, onlyOf } from './columns'
import { organisation } from './organisation'

export const need = pgTable(
  'need',
  {
    id: id(),
    code: text().notNull(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    state: text().$type<NeedState>().notNull(),
    /** Raised by every amendment; offers name the version they were made on. */
    version: integer().notNull().default(1),
    classes: codes<FinancingClass>(),
    useKind: text().$type<UseKind>(),
    words: text(),
    /** New words of an amendment that wait for a verifier; the old ones stay visible. */
    wordsWaiting: text(),
    amountFen: fen(),
    leastFen: fen(),
    inParts: boolean().notNull().default(false),
    partFen: fen(),
    tenorMonths: integer(),
    collateral: codes<CollateralKind>(),
    maxCostBp: integer(),
    wantedBy: day(),
    showWhiteList: boolean().notNull().default(false),
    stepsDone: codes<NeedStep>(),
    /** What is asked less what is accepted; at zero there is no lead. */
    openFen: fen().notNull().default(0),
    /** Snapshot of the profile, renewed when the profile is saved while the need is open. */
    facts: jsonb().$type<Facts>(),
    teaser: jsonb().$type<Teaser>(),
    returnReason: text(),
    copiedFromId: uuid(),
    createdAt: moment().notNull(),
    savedAt: moment().notNull(),
    submittedAt: moment(),
    reviewDueAt: moment(),
    publishedAt: moment(),
    answerDueAt: moment(),
    firstAnswerAt: moment(),
    endedAt: moment(),
  },
  (table) => [
    uniqueIndex('need_code').on(table.code),
    index('need_organisation').on(table.organisationId, table.createdAt),
    index('need_state').on(table.state, table.publishedAt),
    /** As officials page through them: all, and by state. */
    index('need_sent').on(sql`coalesce(submitted_at, created_at)`, table.id),
    index('need_state_sent').on(table.state, sql`coalesce(submitted_at, created_at)`, table.id),
    oneOf('need_state_known', table.state, needStates),
    onlyOf('need_classes_known', table.classes, classes),
    oneOf('need_use_known', table.useKind, useKinds),
    onlyOf('need_collateral_known', table.collateral, collateralKinds),
    onlyOf('need_steps_known', table.stepsDone, needSteps),
    check('need_open', sql`${table.openFen} >= 0`),
    check('need_least', sql`${table.leastFen} is null or ${table.leastFen} <= ${table.amountFen}`),
    check(
      'need_published_whole',
      sql`${table.state} <> 'published' or (${table.amountFen} is not null and ${table.facts} is not null and ${table.teaser} is not null and ${table.publishedAt} is not null)`,
    ),
  ],
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
    /** Whether it moved a threshold on a fact outside the teaser. */
    movedHiddenThreshold: boolean().notNull(),
    savedAt: moment().notNull(),
    memberId: uuid(),
  },
  (table) => [uniqueIndex('product_version_once').on(table.productId, table.version)],
)

/** One row a need and product that fit: a lead list is an index read. */
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
      .on(table.financierId, table.fit.desc(), table.id)
      .where(sql`eligible`),
    index('match_need').on(table.needId, table.fit.desc()),
    check('match_fit', sql`${table.fit} between 0 and 100`),
  ],
)
