import { customType, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { Answers } from '../../domain/bank-file/bank-file'
import {
  importKinds,
  importStates,
  type ImportFile,
  type ImportKind,
  type ImportState,
  type ImportTrouble,
  type Mended,
  type Progress,
} from '../../domain/import-run/import-run'
import { id, moment, oneOf } from './columns'
import { member } from './member'
import { organisation } from './organisation'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** A spreadsheet that was uploaded, what was said of it, and what became of it. Nothing of it is in the ledger until it is done. */
export const importRun = pgTable(
  'import',
  {
    id: id(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    memberId: uuid()
      .notNull()
      .references(() => member.id),
    kind: text().$type<ImportKind>().notNull(),
    state: text().$type<ImportState>().notNull(),
    file: jsonb().$type<ImportFile>().notNull(),
    /** The cells as gzipped JSON, without personal columns and numbers of persons; null once they are cleared. */
    content: bytes(),
    /** What was answered here, and what was remembered of an earlier file with the same headings. */
    answers: jsonb().$type<Answers>().notNull(),
    remembered: jsonb().$type<Answers>().notNull(),
    /** Digest of the headings, by which answers are remembered. */
    headings: text().notNull(),
    mended: jsonb().$type<Mended>().notNull(),
    /** Rows that are not to be written. */
    leftRows: jsonb().$type<number[]>().notNull(),
    /** Rises with each change, so that what was found of an older one is not kept. */
    version: integer().notNull(),
    /** What was found of the file as it stands, as JSON; null while it is being looked at. */
    found: jsonb().$type<unknown>(),
    progress: jsonb().$type<Progress>(),
    trouble: text().$type<ImportTrouble>(),
    startedAt: moment().notNull(),
    changedAt: moment().notNull(),
    confirmedAt: moment(),
    doneAt: moment(),
    undoneAt: moment(),
    /** Of an undoing: rows that its sender may not void. */
    keptRows: integer(),
  },
  (table) => [
    index('import_sender').on(table.organisationId, table.startedAt),
    index('import_changed').on(table.changedAt),
    oneOf('import_kind_known', table.kind, importKinds),
    oneOf('import_state_known', table.state, importStates),
  ],
)

/** How a sender's files with these headings were matched last. */
export const importMemory = pgTable(
  'import_memory',
  {
    id: id(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    kind: text().$type<ImportKind>().notNull(),
    headings: text().notNull(),
    answers: jsonb().$type<Answers>().notNull(),
    memberId: uuid()
      .notNull()
      .references(() => member.id),
    at: moment().notNull(),
  },
  (table) => [unique('import_memory_of').on(table.organisationId, table.kind, table.headings)],
)
