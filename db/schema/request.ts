import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import {
  requestKinds,
  requestStates,
  type RequestKind,
  type RequestState,
} from '../../domain/request/request'
import { id, moment, oneOf } from './columns'
import { member } from './member'
import { organisation } from './organisation'

/** What a white-listed company asks of its contact at the authority beyond finance. */
export const request = pgTable(
  'request',
  {
    id: id(),
    code: text().notNull(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    kind: text().$type<RequestKind>().notNull(),
    title: text().notNull(),
    words: text().notNull(),
    contactMemberId: uuid()
      .notNull()
      .references(() => member.id),
    state: text().$type<RequestState>().notNull(),
    askedAt: moment().notNull(),
    askedByMemberId: uuid()
      .notNull()
      .references(() => member.id),
    dueAt: moment().notNull(),
    /** When its contact and the publishers were told that it is overdue. */
    remindedAt: moment(),
    answeredAt: moment(),
    answeredByMemberId: uuid().references(() => member.id),
    /** What was given, or why not. */
    answer: text(),
  },
  (table) => [
    index('request_organisation').on(table.organisationId),
    index('request_open')
      .on(table.dueAt)
      .where(sql`state = 'asked'`),
    oneOf('request_kind_known', table.kind, requestKinds),
    oneOf('request_state_known', table.state, requestStates),
    check('request_answered', sql`(${table.state} = 'asked') = (${table.answer} is null)`),
  ],
)
