import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import {
  entryStates,
  registers,
  type Body,
  type EntryState,
  type Register,
} from '../../domain/register/register'
import { day, id, moment, oneOf } from './columns'
import { member } from './member'

/** An entry of a register: news, a policy, a printed figure, a map of chains. */
export const registerEntry = pgTable(
  'register_entry',
  {
    id: id(),
    register: text().$type<Register>().notNull(),
    state: text().$type<EntryState>().notNull(),
    /** The day its source printed it, or from which it holds. */
    on: day().notNull(),
    /** Of an indicator: the name of its series in addresses. */
    series: text(),
    body: jsonb().$type<Body>().notNull(),
    /** Raised by each saving: who publishes names the version that was read. */
    version: integer().notNull().default(1),
    savedAt: moment().notNull(),
    savedByMemberId: uuid()
      .notNull()
      .references(() => member.id),
    publishedAt: moment(),
    publishedByMemberId: uuid().references(() => member.id),
    withdrawnAt: moment(),
    withdrawnByMemberId: uuid().references(() => member.id),
    reason: text(),
  },
  (table) => [
    index('register_entry_on').on(table.register, table.on),
    index('register_entry_series').on(table.series),
    oneOf('register_entry_register_known', table.register, registers),
    oneOf('register_entry_state_known', table.state, entryStates),
    check('register_entry_by_two', sql`${table.publishedByMemberId} <> ${table.savedByMemberId}`),
    check(
      'register_entry_published',
      sql`(${table.state} = 'draft') = (${table.publishedAt} is null)`,
    ),
    check(
      'register_entry_withdrawn',
      sql`(${table.state} = 'withdrawn') = (${table.reason} is not null)`,
    ),
  ],
)
