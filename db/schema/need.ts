import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
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
import { type Teaser } from '../../domain/need/teaser'
import { classes, type FinancingClass } from '../../domain/product/classes'
import { collateralKinds, type CollateralKind, type Facts } from '../../domain/profile/profile'
import { bits, codes, day, fen, id, moment, oneOf, onlyOf } from './columns'
import { organisation } from './organisation'

/**
 * An open need as product criteria test it, a row a class that it would take; null is unknown. `need_index_reach` (in the
 * migration: drizzle knows no INCLUDE) begins with class, parts, tenor and amount and covers all that is tested. What it
 * costs to read a row is its columns, so codes share two of them.
 */
export const needIndex = pgTable(
  'need_index',
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
    /** The main chain as its place in the list, by the teaser alone; null where it does not say so. */
    chainTold: smallint(),
    foundedOn: day(),
    /** The least and the most that they may be, by the teaser. */
    ageLow: integer(),
    ageHigh: integer(),
    staffLow: integer(),
    staffHigh: integer(),
    patentsLow: integer(),
    patentsHigh: integer(),
    rdStaff: integer(),
    debtRatioBp: integer(),
    revenueFen: fen(),
    profitFen: fen(),
    rdSpendFen: fen(),
    /** The day from which its age or certificates are others, and the row is to be made anew. */
    renewOn: day(),
  },
  (table) => [
    primaryKey({ columns: [table.needId, table.class] }),
    index('need_index_renew')
      .on(table.renewOn)
      .where(sql`renew_on is not null`),
  ],
)

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
    /** When its company was told that it will end. */
    expiryWarnedAt: moment(),
    endedAt: moment(),
  },
  (table) => [
    uniqueIndex('need_code').on(table.code),
    index('need_organisation').on(table.organisationId, table.createdAt),
    index('need_state').on(table.state, table.publishedAt),
    /** As officials page through them: all, and by state. */
    index('need_sent').on(sql`coalesce(submitted_at, created_at)`, table.id),
    index('need_state_sent').on(table.state, sql`coalesce(submitted_at, created_at)`, table.id),
    index('need_review_due')
      .on(table.reviewDueAt)
      .where(sql`review_due_at is not null`),
    index('need_unanswered')
      .on(table.answerDueAt)
      .where(sql`state = 'published' and first_answer_at is null`),
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
