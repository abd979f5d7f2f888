import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  reportFiles,
  reportStates,
  sealedKinds,
  type ReportData,
  type ReportFileName,
  type ReportState,
  type SealedKind,
} from '../../domain/report/report'
import { id, moment, oneOf } from './columns'
import { member } from './member'

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/** The report of a month: drafted, proposed as of a position, sealed by another. Once sealed a trigger lets nothing of it move. */
export const report = pgTable(
  'report',
  {
    id: id(),
    month: integer().notNull(),
    /** 1 publishes the month; each later one is a revision that says why. */
    edition: integer().notNull(),
    state: text().$type<ReportState>().notNull(),
    /** What changed since, in the writer's words; of a revision why. Empty where nothing is said. */
    noteZh: text().notNull().default(''),
    noteEn: text().notNull().default(''),
    /** Raised by each move: who moves it names the version that was read. */
    version: integer().notNull().default(1),
    savedAt: moment().notNull(),
    savedByMemberId: uuid()
      .notNull()
      .references(() => member.id),
    /** Why it was given back; null once it is proposed again. */
    returnedWhy: text(),
    /** Of the ledger, from its proposal on. */
    position: bigint({ mode: 'number' }),
    data: jsonb().$type<ReportData>(),
    proposedAt: moment(),
    proposedByMemberId: uuid().references(() => member.id),
    /** SHA-256 of its data as canonical JSON, once it is sealed. */
    digest: text(),
    sealedAt: moment(),
    sealedByMemberId: uuid().references(() => member.id),
  },
  (table) => [
    uniqueIndex('report_edition').on(table.month, table.edition),
    oneOf('report_state_known', table.state, reportStates),
    check('report_edition_counts', sql`${table.edition} >= 1`),
    check(
      'report_by_two',
      sql`${table.sealedByMemberId} <> ${table.savedByMemberId} and ${table.sealedByMemberId} <> ${table.proposedByMemberId}`,
    ),
    check('report_proposed', sql`(${table.state} = 'draft') = (${table.data} is null)`),
    check('report_sealed', sql`(${table.state} = 'sealed') = (${table.digest} is not null)`),
  ],
)

/** What leaves the house of a sealed report, to the byte, with the digest it had when it was made: append-only by trigger. */
export const reportFile = pgTable(
  'report_file',
  {
    reportId: uuid()
      .notNull()
      .references(() => report.id),
    name: text().$type<ReportFileName>().notNull(),
    bytes: bytes().notNull(),
    digest: text().notNull(),
    at: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.reportId, table.name] }),
    oneOf('report_file_known', table.name, reportFiles),
  ],
)

/** The key under which rows are hashed: one, made with the first seal. Without it no hash can be told to be a row's. */
export const sealKey = pgTable('seal_key', {
  id: integer().primaryKey(),
  key: bytes().notNull(),
})

/** The keyed hash of each entry and mark that a sealed report stands on, as it was then: append-only by trigger. */
export const sealedRow = pgTable(
  'sealed_row',
  {
    kind: text().$type<SealedKind>().notNull(),
    rowId: text().notNull(),
    /** The entry that a mark is on, or itself. */
    serviceId: uuid().notNull(),
    /** Of the entry, and the position that the row came with: which reports stand on it. */
    month: integer().notNull(),
    position: bigint({ mode: 'number' }).notNull(),
    hash: bytes().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.rowId] }),
    index('sealed_row_month').on(table.month),
    oneOf('sealed_row_kind_known', table.kind, sealedKinds),
  ],
)
