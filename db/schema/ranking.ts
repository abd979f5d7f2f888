import { integer, jsonb, pgTable } from 'drizzle-orm/pg-core'
import { type KeptRanking } from '../../domain/ranking/ranking'
import { id, moment } from './columns'

export const ranking = pgTable('ranking', {
  id: id(),
  /** What the ledger knew at this moment is what it was learned from. */
  asOf: moment().notNull().unique('ranking_as_of'),
  contracts: integer().notNull(),
  lessons: integer().notNull(),
  kept: jsonb().$type<KeptRanking>().notNull(),
  learnedAt: moment().notNull(),
})
