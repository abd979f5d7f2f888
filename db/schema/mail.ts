import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { mailLanguages, type MailLanguage } from '../../domain/notification/notification'
import { id, moment, oneOf } from './columns'
import { member } from './member'

/** Mails as they were written, sent or not: without a mail server they are read here. */
export const outboxMail = pgTable(
  'outbox_mail',
  {
    id: id(),
    /** Null where the address is nobody's, or not yet. */
    memberId: uuid().references(() => member.id),
    /** What it sums up, such as `daily 2024-05-15`: one mail for one member and period. */
    period: text().notNull(),
    /** Holds a one-time link. */
    isSecret: boolean().notNull().default(false),
    email: text().notNull(),
    language: text().$type<MailLanguage>().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    writtenAt: moment().notNull(),
    sentAt: moment(),
    attempts: integer().notNull().default(0),
    /** When it is tried again; null before the first try, and once it is given up. */
    nextAt: moment(),
    /** The server's code of the last refusal. */
    refusal: text(),
  },
  (table) => [
    uniqueIndex('outbox_mail_once').on(table.memberId, table.period),
    index('outbox_mail_waiting')
      .on(table.id)
      .where(sql`sent_at is null`),
    oneOf('outbox_mail_language_known', table.language, mailLanguages),
  ],
)
