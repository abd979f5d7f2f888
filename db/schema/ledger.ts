import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
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
import { type Chain } from '../../domain/chain/chain'
import {
  cellDimensions,
  cellMeasures,
  serviceSources,
  serviceStates,
  type CellDimension,
  type CellMeasure,
  type LedgerRung,
  type RightRow,
  type ServiceSource,
  type ServiceState,
} from '../../domain/ledger/ledger'
import { financierKinds, type FinancierKind } from '../../domain/organisation/organisation'
import { parkCodes, type District, type Park, type Zone } from '../../domain/place/place'
import { classes, type FinancingClass } from '../../domain/product/classes'
import { type QualificationKind } from '../../domain/profile/profile'
import { codes, day, fen, id, moment, oneOf } from './columns'
import { introduction } from './introduction'
import { offer } from './offer'
import { organisation } from './organisation'

/**
 * What became visible together: the rows and marks that one transaction adds. Triggers open one with the first of them, and
 * give it its position when the transaction ends, under one lock that is held for this row alone: so positions stand in the
 * order in which transactions become visible, and nothing joins one that has its position.
 */
export const ledgerCommit = pgTable(
  'ledger_commit',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    /** Null until its transaction ends. */
    position: bigint({ mode: 'number' }),
    /** By the clock of the database, when it got its position. */
    at: moment().notNull(),
  },
  (table) => [
    uniqueIndex('ledger_commit_position').on(table.position),
    index('ledger_commit_at').on(table.at),
  ],
)

/** The commit that a row or a mark came with; a trigger says it. */
const commitId = () =>
  bigint({ mode: 'number' })
    .notNull()
    .default(sql`null`)
    .references(() => ledgerCommit.id)

/**
 * The ledger: append-only. A trigger lets only `state` move (it is the latest mark, kept here for speed) and refuses
 * every deletion. Place, park, chains, class, kind, certificates and white-list standing are as they were that day.
 */
export const service = pgTable(
  'service',
  {
    id: id(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    /** The parent, or the company itself: one legal person is counted once. */
    companyId: uuid()
      .notNull()
      .references(() => organisation.id),
    financierId: uuid()
      .notNull()
      .references(() => organisation.id),
    financierKind: text().$type<FinancierKind>().notNull(),
    rung: integer().$type<LedgerRung>().notNull(),
    class: text().$type<FinancingClass>().notNull(),
    /** Null only for a contact (rung 4) and for a grant whose contract is not signed yet. */
    contractNo: text(),
    /** What makes it one row whatever door it comes by: the contract, or the introduction while there is none. */
    contractKey: text().notNull(),
    /** 借据号: tells the drawings of one contract apart. */
    voucher: text(),
    /** 1, 2 … among the rows that are alike but for their vouchers and not voided: two at once never take the same. */
    twin: integer().notNull().default(1),
    happenedOn: day().notNull(),
    month: integer().notNull(),
    amountFen: fen().notNull(),
    rateBp: integer(),
    tenorMonths: integer(),
    /** The contract of the loan that a guarantee or policy stands behind. */
    secures: text(),
    firstLoan: boolean(),
    district: text().$type<District>(),
    zone: text().$type<Zone>(),
    park: text().$type<Park>(),
    chains: codes<Chain>(),
    qualifications: codes<QualificationKind>(),
    whiteListed: boolean().notNull().default(false),
    source: text().$type<ServiceSource>().notNull(),
    introductionId: uuid().references(() => introduction.id),
    offerId: uuid().references(() => offer.id),
    correctsId: uuid(),
    recordedAt: moment().notNull(),
    recordedByMemberId: uuid(),
    state: text().$type<ServiceState>().notNull(),
    confirmDueAt: moment(),
    commitId: commitId(),
  },
  (table) => [
    uniqueIndex('service_already_there')
      .on(
        table.financierId,
        table.contractKey,
        table.rung,
        table.happenedOn,
        table.amountFen,
        table.twin,
      )
      .where(sql`state <> 'voided'`),
    index('service_counted').on(table.rung, table.month, table.companyId),
    index('service_company').on(table.companyId, table.happenedOn),
    index('service_financier').on(table.financierId, table.happenedOn),
    index('service_introduction').on(table.introductionId),
    // What is alike at two financiers. Of all rows: a part would be scanned for what the totals ask of that part.
    index('service_alike').on(table.happenedOn, table.amountFen),
    // Of what is new. Over ranges it would cost entries less, and be read once for every commit that something is joined with.
    index('service_came').on(table.commitId),
    index('service_disputed')
      .on(table.recordedAt)
      .where(sql`state = 'disputed'`),
    index('service_confirm_due')
      .on(table.confirmDueAt)
      .where(sql`state = 'reported'`),
    check('service_twin', sql`${table.twin} >= 1`),
    check('service_rung', sql`${table.rung} in (4, 5, 6)`),
    check('service_amount', sql`${table.amountFen} >= 0`),
    check(
      'service_month',
      sql`${table.month} = extract(year from ${table.happenedOn})::int * 100 + extract(month from ${table.happenedOn})::int`,
    ),
    oneOf('service_park_known', table.park, parkCodes),
    oneOf('service_class_known', table.class, classes),
    oneOf('service_kind_known', table.financierKind, financierKinds),
    oneOf('service_state_known', table.state, serviceStates),
    oneOf('service_source_known', table.source, serviceSources),
  ],
)

/** Each later word on a row of the ledger. The row's state as of a position is its latest mark by then. */
export const serviceMark = pgTable(
  'service_mark',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    serviceId: uuid()
      .notNull()
      .references(() => service.id),
    state: text().$type<ServiceState>().notNull(),
    at: moment().notNull(),
    memberId: uuid(),
    words: text(),
    /** What a dispute says is right. */
    rightAmountFen: fen(),
    commitId: commitId(),
  },
  (table) => [
    index('service_mark_service').on(table.serviceId, table.id),
    index('service_mark_came').on(table.commitId),
    oneOf('service_mark_state_known', table.state, serviceStates),
  ],
)

/**
 * What one official would take out of a month that is published, until a second agrees. `right` is what is entered anew in its place;
 * null where nothing is.
 */
export const voidProposal = pgTable(
  'void_proposal',
  {
    id: id(),
    serviceId: uuid()
      .notNull()
      .references(() => service.id),
    why: text().notNull(),
    right: jsonb().$type<RightRow>(),
    proposedAt: moment().notNull(),
    proposedByMemberId: uuid().notNull(),
    decidedAt: moment(),
    decidedByMemberId: uuid(),
    isAgreed: boolean(),
  },
  (table) => [
    uniqueIndex('void_proposal_open')
      .on(table.serviceId)
      .where(sql`decided_at is null`),
    check(
      'void_proposal_by_two',
      sql`${table.isAgreed} is not true or ${table.decidedByMemberId} <> ${table.proposedByMemberId}`,
    ),
    check('void_proposal_decided', sql`(${table.decidedAt} is null) = (${table.isAgreed} is null)`),
  ],
)

/**
 * The totals of now: what each month of each part of each cut adds. Whoever is counted once in a window stands here once for
 * each month that it is present in, beside the month of its presence before: in a window it is counted where that lies before
 * the window. Triggers write it when a transaction ends, under the lock of positions: a change adds rows, of less than none too,
 * and a night adds them up.
 */
export const totalCell = pgTable(
  'total_cell',
  {
    dimension: text().$type<CellDimension>().notNull(),
    /** The part; empty where a row lacks it, and of the whole. */
    part: text().notNull(),
    rung: integer().$type<LedgerRung>().notNull(),
    measure: text().$type<CellMeasure>().notNull(),
    month: integer().notNull(),
    /** The month of the presence before; 0 where there is none, and of what adds up. */
    before: integer().notNull(),
    n: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [
    // All of a cell, so that a question is answered by the index alone.
    index('total_cell_asked').on(
      table.dimension,
      table.part,
      table.rung,
      table.month,
      table.before,
      table.measure,
      table.n,
    ),
    oneOf('total_cell_dimension_known', table.dimension, cellDimensions),
    oneOf('total_cell_measure_known', table.measure, cellMeasures),
  ],
)

/**
 * What a transaction has changed of the ledger and not yet reckoned into the cells: read by nobody but itself, and gone when it
 * ends.
 */
export const totalChange = pgTable('total_change', {
  at: bigserial({ mode: 'number' }).primaryKey(),
  /** Null of the row that calls the reckoning. */
  serviceId: uuid(),
  /** The state before; null of a row that was not there. */
  was: text().$type<ServiceState>(),
})

/**
 * How often rows of a month changed, by as many as each transaction changed: a figure that was read from rows of these months, and
 * months before, is the same while this is.
 */
export const totalVersion = pgTable('total_version', {
  month: integer().notNull(),
  n: bigint({ mode: 'number' }).notNull(),
})

/** Each night the cells are held against the rows: how many there are, and how many differed. */
export const totalCheck = pgTable('total_check', {
  id: id(),
  at: moment().notNull(),
  /** In the ledger. */
  position: integer().notNull(),
  cells: integer().notNull(),
  differing: integer().notNull(),
})
