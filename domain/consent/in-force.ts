import { and, asc, eq, gte, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import { alias, type AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Database } from '@/db/client'
import { consent, introduction, organisation } from '@/db/schema'
import type { Day } from '../calendar/calendar'
import { readingStates } from '../introduction/introduction'
import type { FieldGroup } from './consent'

/** Between whom a consent holds: it serves all talks of the two. */
export interface Two {
  companyId: string
  financierId: string
}

export function isOfTwo({ companyId, financierId }: Two): SQL | undefined {
  return and(eq(consent.companyId, companyId), eq(consent.financierId, financierId))
}

/** A consent that was not taken back and has not run out: its last day still counts. */
export function isInForce(today: Day): SQL | undefined {
  return and(isNull(consent.endedAt), gte(consent.until, today))
}

/** The consents between two that are in force, locked: whoever gives or takes one waits for whoever does the other. */
export function lockInForce(tx: Database, two: Two, today: Day) {
  return tx
    .select()
    .from(consent)
    .where(and(isOfTwo(two), isInForce(today)))
    .orderBy(consent.id)
    .for('update')
}

const talk = alias(introduction, 'talk')

/** A consent by which may be read now: in force, in a talk that is open or further, by a financier admitted at this moment. */
function isReadIn(today: Day): SQL | undefined {
  return and(
    eq(consent.companyId, talk.companyId),
    eq(consent.financierId, talk.financierId),
    inArray(talk.state, [...readingStates]),
    isInForce(today),
    sql`exists (select 1 from ${organisation} reader where reader.id = ${consent.financierId} and reader.state = 'admitted')`,
  )
}

/** Whether the financier of an introduction may read a field group of its company now. */
export function mayRead(introductionId: AnyPgColumn, group: FieldGroup, today: Day): SQL<boolean> {
  return sql<boolean>`exists (select 1 from ${introduction} talk, ${consent} where ${and(
    eq(talk.id, introductionId),
    eq(consent.fieldGroup, group),
    isReadIn(today),
  )})`
}

/** What the financier of an introduction may read of its company now, and until when. */
export function listReadNow(db: Database, introductionId: string, today: Day) {
  return db
    .select({ fieldGroup: consent.fieldGroup, until: consent.until })
    .from(talk)
    .innerJoin(consent, isReadIn(today))
    .where(eq(talk.id, introductionId))
    .orderBy(asc(consent.fieldGroup))
}
