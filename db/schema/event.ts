import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, moment } from './columns'

/** Who did what to which record, with no prose: the evidence behind every state. Append-only (see the triggers). */
export const event = pgTable(
  'event',
  {
    id: id(),
    at: moment().notNull(),
    type: text().notNull(),
    memberId: uuid(),
    organisationId: uuid(),
    /** The record it happened to, and the company it concerns. */
    subjectId: uuid().notNull(),
    companyId: uuid(),
    facts: jsonb().$type<Record<string, string | number | boolean | null>>().notNull(),
  },
  (table) => [
    index('event_subject').on(table.subjectId, table.at),
    index('event_company').on(table.companyId, table.at),
    index('event_at').on(table.at),
  ],
)
