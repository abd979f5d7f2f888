import { and, eq, gte, isNull, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { consent } from '@/db/schema'
import type { Day } from '../calendar/calendar'
import type { FieldGroup } from './consent'

/** A consent that was not taken back and has not run out: its last day still counts. */
export function isInForce(today: Day): SQL | undefined {
  return and(isNull(consent.endedAt), gte(consent.until, today))
}

/** Whether the company lets the financier of an introduction read a field group now. */
export function mayRead(introductionId: AnyPgColumn, group: FieldGroup, today: Day): SQL<boolean> {
  return sql<boolean>`exists (select 1 from ${consent} where ${and(
    eq(consent.introductionId, introductionId),
    eq(consent.fieldGroup, group),
    isInForce(today),
  )})`
}
