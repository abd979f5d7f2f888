import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import {
  fieldGroups,
  purposes,
  seenThings,
  type FieldGroup,
  type Purpose,
  type Seen,
} from '../../domain/consent/consent'
import { codes, day, id, moment, oneOf, onlyOf } from './columns'
import { introduction } from './introduction'
import { member } from './member'
import { organisation } from './organisation'

/** One row a field group: what may be read, by whom, what for and until when, and in which talk of the two it was given. */
export const consent = pgTable(
  'consent',
  {
    id: id(),
    introductionId: uuid()
      .notNull()
      .references(() => introduction.id),
    companyId: uuid()
      .notNull()
      .references(() => organisation.id),
    financierId: uuid()
      .notNull()
      .references(() => organisation.id),
    fieldGroup: text().$type<FieldGroup>().notNull(),
    purpose: text().$type<Purpose>().notNull(),
    until: day().notNull(),
    givenAt: moment().notNull(),
    givenByMemberId: uuid()
      .notNull()
      .references(() => member.id),
    textVersion: integer().notNull(),
    endedAt: moment(),
  },
  (table) => [
    uniqueIndex('consent_current')
      .on(table.companyId, table.financierId, table.fieldGroup)
      .where(sql`ended_at is null`),
    index('consent_of_two').on(table.companyId, table.financierId),
    index('consent_until')
      .on(table.until)
      .where(sql`ended_at is null`),
    oneOf('consent_group_known', table.fieldGroup, fieldGroups),
    oneOf('consent_purpose_known', table.purpose, purposes),
  ],
)

/** Every look at a company, in a talk or by an official: who has seen me. */
export const disclosure = pgTable(
  'disclosure',
  {
    id: id(),
    /** The talk in which a financier looked; null for an official's look. */
    introductionId: uuid().references(() => introduction.id),
    companyId: uuid()
      .notNull()
      .references(() => organisation.id),
    /** The financier or authority of whoever looked. */
    readerId: uuid()
      .notNull()
      .references(() => organisation.id),
    memberId: uuid()
      .notNull()
      .references(() => member.id),
    groups: codes<Seen>(),
    at: moment().notNull(),
    /** The day on which a list or file showed it, once a day; null for a look at a page of its own. */
    listedOn: day(),
    /** Taken along in a file. */
    exported: boolean().notNull().default(false),
  },
  (table) => [
    index('disclosure_company').on(table.companyId, table.at),
    uniqueIndex('disclosure_listed_once')
      .on(table.memberId, table.companyId, table.listedOn, table.groups, table.exported)
      .where(sql`listed_on is not null`),
    onlyOf('disclosure_groups_known', table.groups, seenThings),
  ],
)
