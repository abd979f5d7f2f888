import { index, jsonb, pgTable, text, uuid, primaryKey } from 'drizzle-orm/pg-core'
import { id, moment } from './columns'
import { member } from './member'

/** What a member's form was answered, by its key and contents: sent twice, it is one act. */
export const act = pgTable(
  'act',
  {
    memberId: uuid()
      .notNull()
      .references(() => member.id),
    key: text().notNull(),
    answer: jsonb().$type<unknown>(),
    at: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.key] }), index('act_at').on(table.at)],
)
