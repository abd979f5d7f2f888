import { index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import {
  waitingCodeStates,
  type BankRow,
  type WaitingCodeState,
} from '../../domain/bank-file/bank-file'
import { id, moment, oneOf } from './columns'
import { organisation } from './organisation'

/** A code from a bank file that fails its check, as a few licences do: a verifier decides whether it is a company's. */
export const waitingCode = pgTable(
  'waiting_code',
  {
    id: id(),
    uscc: text().notNull().unique('waiting_code_uscc'),
    companyName: text().notNull(),
    state: text().$type<WaitingCodeState>().notNull(),
    since: moment().notNull(),
    decidedAt: moment(),
    decidedByMemberId: uuid(),
    /** What it was admitted on, or why it was refused. */
    words: text(),
  },
  (table) => [
    index('waiting_code_state').on(table.state, table.since),
    oneOf('waiting_code_state_known', table.state, waitingCodeStates),
  ],
)

/** A row of a bank file that waits with its code; it is no service until then. */
export const waitingRow = pgTable(
  'waiting_row',
  {
    id: id(),
    codeId: uuid()
      .notNull()
      .references(() => waitingCode.id),
    financierId: uuid()
      .notNull()
      .references(() => organisation.id),
    facts: jsonb().$type<BankRow>().notNull(),
    /** The same row again, of the same or another file, waits once. */
    key: text().notNull(),
    at: moment().notNull(),
    memberId: uuid(),
  },
  (table) => [unique('waiting_row_already_there').on(table.codeId, table.key)],
)
