import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from './columns'
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
