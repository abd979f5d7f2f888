/** Yearly targets that officials set: a row each time one is set or withdrawn, and the last of a year, measure and place holds. */
import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import {
  targetMeasures,
  targetPlaces,
  type TargetMeasure,
  type TargetPlace,
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
    /** Companies, or fen; null where the target was withdrawn. */
    value: bigint({ mode: 'number' }),
    /** Where it was decided, or why it ended. */
    why: text().notNull(),
    setAt: moment().notNull(),
    setByMemberId: uuid()
      .notNull()
      .references(() => member.id),
  },
  (table) => [
    index('yearly_target_asked').on(table.year, table.place, table.measure, table.setAt),
    oneOf('yearly_target_measure_known', table.measure, targetMeasures),
    oneOf('yearly_target_place_known', table.place, targetPlaces),
    check('yearly_target_year', sql`${table.year} between 2023 and 2100`),
    check('yearly_target_value', sql`${table.value} > 0`),
  ],
)
