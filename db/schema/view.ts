/** Saved views of the leads, and what each member chose about those it sees; saved questions of the monitor. */
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
  primaryKey,
} from 'drizzle-orm/pg-core'
import { type LeadFilter, type SavedParameters } from '../../domain/view/view'
import { id, moment } from './columns'
import { member } from './member'
import { organisation } from './organisation'

export const savedView = pgTable(
  'saved_view',
  {
    id: id(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    /** Who made it. */
    memberId: uuid()
      .notNull()
      .references(() => member.id),
    name: text().notNull(),
    shared: boolean().notNull(),
    filter: jsonb().$type<LeadFilter>().notNull(),
    savedAt: moment().notNull(),
  },
  (table) => [
    uniqueIndex('saved_view_name').on(table.memberId, table.name),
    index('saved_view_organisation').on(table.organisationId),
    check('saved_view_name_length', sql`char_length(${table.name}) between 1 and 30`),
  ],
)

export const viewChoice = pgTable(
  'view_choice',
  {
    viewId: uuid()
      .notNull()
      .references(() => savedView.id, { onDelete: 'cascade' }),
    memberId: uuid()
      .notNull()
      .references(() => member.id),
    /** Told of new leads that fit it. */
    alert: boolean().notNull().default(false),
    /** What the list of leads opens with. */
    opensFirst: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.viewId, table.memberId] }),
    uniqueIndex('view_choice_first')
      .on(table.memberId)
      .where(sql`opens_first`),
    index('view_choice_alert')
      .on(table.memberId)
      .where(sql`alert`),
  ],
)

export const savedQuestion = pgTable(
  'saved_question',
  {
    id: id(),
    /** Whose it is: nobody else reads it. */
    memberId: uuid()
      .notNull()
      .references(() => member.id),
    name: text().notNull(),
    /** With `asOf` it stands at a position; without, it is asked as of now. */
    parameters: jsonb().$type<SavedParameters>().notNull(),
    savedAt: moment().notNull(),
  },
  (table) => [
    uniqueIndex('saved_question_name').on(table.memberId, table.name),
    check('saved_question_name_length', sql`char_length(${table.name}) between 1 and 30`),
  ],
)
