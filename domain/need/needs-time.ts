/** What the clock asks of a published need: nobody in talk, what was drawn and when, and whether its company was warned. */
import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import { introduction, need, service } from '@/db/schema'
import { addDays, dayOf, startOf, type Day } from '../calendar/calendar'
import { DAYS } from '../clock/clock'
import { liveStates } from '../introduction/introduction'

/** What happened before this moment did so more than so many days ago: its last day was yesterday or earlier. */
const over = (now: Date, days: number) => startOf(addDays(dayOf(now), -days))

const isNobodyInTalk = () =>
  sql`not exists (select 1 from ${introduction} where ${introduction.needId} = ${need.id} and ${inArray(introduction.state, [...liveStates])})`

const isNothingDrawn = () =>
  sql`not exists (select 1 from ${introduction} where ${introduction.needId} = ${need.id} and ${introduction.drawnAt} is not null)`

/** Long published, nobody in talk, nothing drawn, and not told yet that it will end. */
export function isToBeWarned(now: Date) {
  return and(
    eq(need.state, 'published'),
    sql`${need.publishedAt} < ${sql.param(over(now, DAYS.needOpen - DAYS.expiryWarning - 1), need.publishedAt)}`,
    isNothingDrawn(),
    isNobodyInTalk(),
    isNull(need.expiryWarnedAt),
  )
}

/** The same at its end, and warned as long before as was promised. */
export function isToExpire(now: Date) {
  return and(
    eq(need.state, 'published'),
    sql`${need.publishedAt} < ${sql.param(over(now, DAYS.needOpen), need.publishedAt)}`,
    isNothingDrawn(),
    isNobodyInTalk(),
    lt(need.expiryWarnedAt, over(now, DAYS.expiryWarning)),
  )
}

/** Something was drawn, the last of it long ago, and nobody else is in talk. */
export function isToClose(now: Date) {
  const last: Day = addDays(dayOf(now), -DAYS.closesAfter)
  const drawn = sql`select 1 from ${introduction} left join ${service} on ${service.introductionId} = ${introduction.id} and ${service.rung} = 6 and ${service.state} <> 'voided' where ${introduction.needId} = ${need.id} and ${introduction.drawnAt} is not null`
  const since = sql`coalesce(${service.happenedOn}, (${introduction.drawnAt} at time zone 'Asia/Shanghai')::date)`
  return and(
    eq(need.state, 'published'),
    isNobodyInTalk(),
    sql`exists (${drawn})`,
    sql`not exists (${drawn} and ${since} >= ${last}::date)`,
  )
}
