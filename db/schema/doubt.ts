import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { doubtKinds, doubtStates, type DoubtKind, type DoubtState } from '../../domain/doubt/doubt'
import { id, moment, oneOf } from './columns'
import { service } from './ledger'
import { member } from './member'

/** Rows of the ledger that look inflated together, and what a statistician decided of them. */
export const doubt = pgTable(
  'doubt',
  {
    id: id(),
    kind: text().$type<DoubtKind>().notNull(),
    /** What its rows have in common: found again, it is the same doubt. */
    key: text().notNull(),
    state: text().$type<DoubtState>().notNull(),
    foundAt: moment().notNull(),
    decidedAt: moment(),
    decidedByMemberId: uuid().references(() => member.id),
    note: text(),
  },
  (table) => [
    uniqueIndex('doubt_open')
      .on(table.kind, table.key)
      .where(sql`state = 'open'`),
    index('doubt_found').on(table.foundAt),
    oneOf('doubt_kind_known', table.kind, doubtKinds),
    oneOf('doubt_state_known', table.state, doubtStates),
    check('doubt_decided', sql`(${table.state} = 'open') = (${table.note} is null)`),
  ],
)

export const doubtRow = pgTable(
  'doubt_row',
  {
    doubtId: uuid()
      .notNull()
      .references(() => doubt.id),
    serviceId: uuid()
      .notNull()
      .references(() => service.id),
  },
  (table) => [
    primaryKey({ columns: [table.doubtId, table.serviceId] }),
    index('doubt_row_service').on(table.serviceId),
  ],
)

/** Up to which position of the ledger doubts were looked for; one row. */
export const doubtThrough = pgTable('doubt_through', {
  one: bigint({ mode: 'number' }).primaryKey().default(1),
  position: bigint({ mode: 'number' }).notNull(),
})
