/** What members are told, and how each wants to be told. */
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import {
  notificationKinds,
  notificationSubjects,
  type NotificationKind,
  type NotificationSubject,
} from '../../domain/notification/notification'
import { id, moment, oneOf } from './columns'
import { member } from './organisation'

/** One line for one member. Names are read when it is shown, with what the reader may see then. */
export const notification = pgTable(
  'notification',
  {
    id: id(),
    memberId: uuid()
      .notNull()
      .references(() => member.id),
    kind: text().$type<NotificationKind>().notNull(),
    /** The event, match or subject it tells of: a member is told once of each. */
    causeId: uuid().notNull(),
    subject: text().$type<NotificationSubject>().notNull(),
    subjectId: uuid().notNull(),
    /** How many leads were found at once; 1 for all else. */
    many: integer().notNull().default(1),
    at: moment().notNull(),
    readAt: moment(),
  },
  (table) => [
    uniqueIndex('notification_once').on(table.memberId, table.causeId),
    index('notification_member').on(table.memberId, table.id),
    index('notification_unread')
      .on(table.memberId)
      .where(sql`read_at is null`),
    oneOf('notification_kind_known', table.kind, notificationKinds),
    oneOf('notification_subject_known', table.subject, notificationSubjects),
    check('notification_many', sql`${table.many} > 0`),
  ],
)
