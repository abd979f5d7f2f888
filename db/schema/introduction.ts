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
import { fieldGroups, purposes, type FieldGroup, type Purpose } from '../../domain/consent/consent'
import {
  contactKinds,
  declineCodeList,
  endings,
  introductionStates,
  origins,
  type ContactKind,
  type DeclineCode,
  type Ending,
  type IntroductionState,
  type Origin,
} from '../../domain/introduction/introduction'
import { type RuleRow } from '../../domain/match/match'
import { codes, day, id, moment, oneOf, onlyOf } from './columns'
import { member } from './member'
import { need } from './need'
import { organisation } from './organisation'
import { product } from './product'

export const introduction = pgTable(
  'introduction',
  {
    id: id(),
    code: text().notNull(),
    needId: uuid()
      .notNull()
      .references(() => need.id),
    companyId: uuid()
      .notNull()
      .references(() => organisation.id),
    financierId: uuid()
      .notNull()
      .references(() => organisation.id),
    productId: uuid()
      .notNull()
      .references(() => product.id),
    origin: text().$type<Origin>().notNull(),
    state: text().$type<IntroductionState>().notNull(),
    /** When the present state was entered, and when its clock runs out. */
    stateAt: moment().notNull(),
    dueAt: moment(),
    whiteListed: boolean().notNull().default(false),
    fit: integer().notNull(),
    /** The rule rows as they stood when it began. */
    rows: jsonb().$type<RuleRow[]>().notNull(),
    /** The same by the teaser, for its financier. */
    leadFit: integer().notNull(),
    leadRows: jsonb().$type<RuleRow[]>().notNull(),
    assignedMemberId: uuid().references(() => member.id),
    askedGroups: codes<FieldGroup>(),
    askedPurpose: text().$type<Purpose>(),
    askedUntil: day(),
    createdAt: moment().notNull(),
    answeredAt: moment(),
    requestedAt: moment(),
    openedAt: moment(),
    contactedAt: moment(),
    fileCompleteAt: moment(),
    approvedAt: moment(),
    drawnAt: moment(),
    endedAt: moment(),
    ending: text().$type<Ending>(),
    declineCode: text().$type<DeclineCode>(),
    endingWords: text(),
  },
  (table) => [
    uniqueIndex('introduction_code').on(table.code),
    /** One need and one financier meet once at a time. */
    uniqueIndex('introduction_live_once')
      .on(table.needId, table.financierId)
      .where(sql`state <> 'ended'`),
    index('introduction_need').on(table.needId),
    index('introduction_company').on(table.companyId, table.state),
    index('introduction_financier').on(table.financierId, table.state, table.stateAt),
    index('introduction_due')
      .on(table.dueAt)
      .where(sql`due_at is not null`),
    index('introduction_lapsing')
      .on(table.stateAt)
      .where(sql`state in ('invited', 'assigned', 'requested', 'open')`),
    oneOf('introduction_origin_known', table.origin, origins),
    oneOf('introduction_state_known', table.state, introductionStates),
    oneOf('introduction_ending_known', table.ending, endings),
    oneOf('introduction_decline_known', table.declineCode, declineCodeList),
    oneOf('introduction_purpose_known', table.askedPurpose, purposes),
    onlyOf('introduction_groups_known', table.askedGroups, fieldGroups),
    check('introduction_ended', sql`(${table.state} = 'ended') = (${table.endedAt} is not null)`),
  ],
)

export const contact = pgTable(
  'contact',
  {
    id: id(),
    introductionId: uuid()
      .notNull()
      .references(() => introduction.id),
    kind: text().$type<ContactKind>().notNull(),
    contactedOn: day().notNull(),
    note: text(),
    memberId: uuid().references(() => member.id),
    recordedAt: moment().notNull(),
  },
  (table) => [
    index('contact_introduction').on(table.introductionId),
    oneOf('contact_kind_known', table.kind, contactKinds),
  ],
)
