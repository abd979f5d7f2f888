import { pgTable, text } from 'drizzle-orm/pg-core'
import { nightWorks, type NightWork } from '../../domain/night/night'
import { day, oneOf } from './columns'

/** Up to which day each work of the night is done: from there a missed one is made up for. */
export const night = pgTable(
  'night',
  { work: text().$type<NightWork>().primaryKey(), through: day().notNull() },
  (table) => [oneOf('night_work_known', table.work, nightWorks)],
)
