import { and, eq, gte, isNull, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { consent, organisation } from '@/db/schema'
import type { Day } from '../calendar/calendar'
import type { FieldGroup } from './consent'

/** A consent that was not taken back and has not run out: its last day still counts. */
export function isInForce(today: Day): SQL | undefined {
  return and(isNull(consent.endedAt), gte(consent.until, today))
}

/** A consent by which may be read now: it is in force, and its financier is admitted at this moment. */
export function isReadNow(today: Day): SQL | undefined {
  return and(
    isInForce(today),
    sql`exists (select 1 from ${organisation} reader where reader.id = ${consent.financierId} and reader.state = 'admitted')`,
  )
}

/** Whether the financier of an introduction may read a field group of its company now. */
export function mayRead(introductionId: AnyPgColumn, group: FieldGroup, today: Day): SQL<boolean> {
  return sql<boolean>`exists (select 1 from ${consent} where ${and(
    eq(consent.introductionId, introductionId),
    eq(consent.fieldGroup, group),
    isReadNow(today),
  )})`
}
