/** Yearly targets that officials set: one in force for a year, measure and place, and all that were before. */
import { sql } from 'drizzle-orm'
import { bigint, check, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import {
  targetMeasures,
  targetPlaces,
  targetStates,
  type TargetMeasure,
  type TargetPlace,
  type TargetState,
} from '../../domain/target/target'
import { id, moment, oneOf } from './columns'
import { member } from './member'

export const yearlyTarget = pgTable(
  'yearly_target',
  {
    id: id(),
    year: integer().notNull(),
    measure: text().$type<TargetMeasure>().notNull(),
    place: text().$type<TargetPlace>().notNull(),
    /** Companies, or fen. */
    value: bigint({ mode: 'number' }).notNull(),
    /** Where it was decided. */
    source: text().notNull(),
    state: text().$type<TargetState>().notNull(),
    setAt: moment().notNull(),
    setByMemberId: uuid()
      .notNull()
      .references(() => member.id),
    endedAt: moment(),
    endedByMemberId: uuid().references(() => member.id),
    /** Null where another took its place. */
    reason: text(),
  },
  (table) => [
    uniqueIndex('yearly_target_in_force')
      .on(table.year, table.place, table.measure)
      .where(sql`state = 'in-force'`),
    oneOf('yearly_target_measure_known', table.measure, targetMeasures),
    oneOf('yearly_target_place_known', table.place, targetPlaces),
    oneOf('yearly_target_state_known', table.state, targetStates),
    check('yearly_target_year', sql`${table.year} between 2023 and 2100`),
    check('yearly_target_value', sql`${table.value} > 0`),
    check('yearly_target_ended', sql`(${table.state} = 'ended') = (${table.endedAt} is not null)`),
  ],
)
