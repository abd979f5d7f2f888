import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { repaymentMethods, type RepaymentMethod } from '../../domain/cost/cost'
import { offerStates, type OfferState } from '../../domain/offer/offer'
import { collateralKinds, type CollateralKind } from '../../domain/profile/profile'
import { codes, day, fen, id, moment, oneOf, onlyOf } from './columns'
import { introduction } from './introduction'
import { need } from './need'

export const offer = pgTable(
  'offer',
  {
    id: id(),
    code: text().notNull(),
    introductionId: uuid()
      .notNull()
      .references(() => introduction.id),
    needId: uuid()
      .notNull()
      .references(() => need.id),
    /** The version of the need it was made on: an older one can no longer be asked for, approved or accepted. */
    needVersion: integer().notNull(),
    state: text().$type<OfferState>().notNull(),
    amountFen: fen().notNull(),
    rateBp: integer(),
    upfrontFeeFen: fen().notNull().default(0),
    yearlyFeeBp: integer().notNull().default(0),
    repayment: text().$type<RepaymentMethod>().notNull(),
    tenorMonths: integer(),
    revolving: boolean().notNull().default(false),
    collateral: codes<CollateralKind>(),
    valuationFen: fen(),
    conditions: text(),
    validUntil: day().notNull(),
    /** All-in yearly cost, drawn on the day it was made; null where there is none. */
    allInBp: integer(),
    replacesId: uuid(),
    createdAt: moment().notNull(),
    askedAt: moment(),
    approvedAt: moment(),
    acceptedAt: moment(),
    endedAt: moment(),
  },
  (table) => [
    uniqueIndex('offer_code').on(table.code),
    index('offer_introduction').on(table.introductionId),
    index('offer_need').on(table.needId),
    index('offer_open_until')
      .on(table.validUntil)
      .where(sql`state in ('indicative', 'asked', 'approved')`),
    uniqueIndex('offer_accepted_once')
      .on(table.introductionId)
      .where(sql`state = 'accepted'`),
    oneOf('offer_state_known', table.state, offerStates),
    oneOf('offer_repayment_known', table.repayment, repaymentMethods),
    onlyOf('offer_collateral_known', table.collateral, collateralKinds),
    check('offer_amount', sql`${table.amountFen} > 0`),
  ],
)
