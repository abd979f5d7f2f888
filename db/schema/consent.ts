import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { fieldGroups, purposes, type FieldGroup, type Purpose } from '../../domain/consent/consent'
import { codes, day, id, moment, oneOf, onlyOf } from './columns'
import { introduction } from './introduction'
import { member } from './member'
import { organisation } from './organisation'

/** One row a field group: what may be read, by whom, what for and until when. */
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
      .on(table.introductionId, table.fieldGroup)
      .where(sql`ended_at is null`),
    index('consent_company').on(table.companyId),
    index('consent_until')
      .on(table.until)
      .where(sql`ended_at is null`),
    oneOf('consent_group_known', table.fieldGroup, fieldGroups),
    oneOf('consent_purpose_known', table.purpose, purposes),
  ],
)

/** Every look at what a consent opened: who has seen me. */
export const disclosure = pgTable(
  'disclosure',
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
    memberId: uuid()
      .notNull()
      .references(() => member.id),
    groups: codes<FieldGroup>(),
    at: moment().notNull(),
    /** The day on which a list showed the name; null for a look at what was opened. */
    listedOn: day(),
  },
  (table) => [
    index('disclosure_company').on(table.companyId, table.at),
    uniqueIndex('disclosure_listed_once')
      .on(table.memberId, table.companyId, table.listedOn)
      .where(sql`listed_on is not null`),
    onlyOf('disclosure_groups_known', table.groups, fieldGroups),
  ],
)
