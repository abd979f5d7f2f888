/** What members are told, and how each wants to be told. */
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import {
  digests,
  mailLanguages,
  notificationKinds,
  notificationSubjects,
  type Digest,
  type MailLanguage,
  type NotificationKind,
  type NotificationSubject,
} from '../../domain/notification/notification'
import { codes, id, moment, oneOf, onlyOf } from './columns'
import { outboxMail } from './mail'
import { member } from './member'
import { savedView } from './view'

/** What members are told, and how each wants to be told. */

/** How a member wants to be told; no row is *settingAtFirst*. */
export const notificationSetting = pgTable(
  'notification_setting',
  {
    memberId: uuid()
      .primaryKey()
      .references(() => member.id),
    digest: text().$type<Digest>().notNull(),
    /** The one last signed in with, or chosen. */
    language: text().$type<MailLanguage>().notNull(),
    /** Kinds that are switched off. */
    muted: codes<NotificationKind>(),
  },
  (table) => [
    oneOf('notification_setting_digest_known', table.digest, digests),
    oneOf('notification_setting_language_known', table.language, mailLanguages),
    onlyOf('notification_setting_muted_known', table.muted, notificationKinds),
  ],
)

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
    /** The view whose alert it is; null once that is gone. */
    viewId: uuid().references(() => savedView.id, { onDelete: 'set null' }),
    /** How many leads were found at once; 1 for all else. */
    many: integer().notNull().default(1),
    at: moment().notNull(),
    readAt: moment(),
    /** The mail that told it too, while that is kept. */
    mailId: uuid().references(() => outboxMail.id, { onDelete: 'set null' }),
  },
  (table) => [
    uniqueIndex('notification_once').on(table.memberId, table.causeId),
    index('notification_member').on(table.memberId, table.id),
    index('notification_unread')
      .on(table.memberId)
      .where(sql`read_at is null`),
    index('notification_mail')
      .on(table.mailId)
      .where(sql`mail_id is not null`),
    index('notification_view')
      .on(table.viewId)
      .where(sql`view_id is not null`),
    oneOf('notification_kind_known', table.kind, notificationKinds),
    oneOf('notification_subject_known', table.subject, notificationSubjects),
    check('notification_many', sql`${table.many} > 0`),
  ],
)
