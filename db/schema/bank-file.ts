import { index, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import {
  waitingCodeStates,
  waitingReasons,
  type BankRow,
  type WaitingReason,
  type WaitingCodeState,
} from '../../domain/bank-file/bank-file'
import { serviceSources, type ServiceSource } from '../../domain/ledger/ledger'
import { id, moment, oneOf } from './columns'
import { service } from './ledger'
import { organisation } from './organisation'

/**
 * A code from a bank file that a verifier judges before its rows count: it fails its check, as a few licences do, or a
 * financier names a company that nobody has met.
 */
export const waitingCode = pgTable(
  'waiting_code',
  {
    id: id(),
    uscc: text().notNull().unique('waiting_code_uscc'),
    companyName: text().notNull(),
    reason: text().$type<WaitingReason>().notNull().default('check'),
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
    oneOf('waiting_code_reason_known', table.reason, waitingReasons),
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
    source: text().$type<ServiceSource>().notNull().default('import'),
    /** The import that brought it, where it came through the browser. */
    importId: uuid(),
  },
  (table) => [
    unique('waiting_row_already_there').on(table.codeId, table.key),
    index('waiting_row_import').on(table.importId),
    oneOf('waiting_row_source_known', table.source, serviceSources),
  ],
)

/** A row of the ledger that an import brought. */
export const importEntry = pgTable(
  'import_entry',
  {
    importId: uuid().notNull(),
    serviceId: uuid()
      .notNull()
      .references(() => service.id),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.serviceId] }),
    index('import_entry_service').on(table.serviceId),
  ],
)
