import { and, isNotNull, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Database } from '@/db/client'
import { act, notification, outboxMail, rateLimit } from '@/db/schema'
import { dayOf } from '../calendar/calendar'
import { KEPT_DAYS } from '../clock/clock'
import type { Context } from '../context'
import { markThrough, readThrough } from '../night/through'

/** So many in one statement, that nobody waits for it. */
const AT_ONCE = 5_000
const DAY_MS = 86_400_000

async function clear(db: Database, table: PgTable, old: SQL | undefined): Promise<number> {
  let cleared = 0
  for (;;) {
    const { rowCount } = await db.execute(
      sql`delete from ${table} where ctid = any(array(select ctid from ${table} where ${old} limit ${AT_ONCE}))`,
    )
    cleared += rowCount ?? 0
    if ((rowCount ?? 0) < AT_ONCE) return cleared
  }
}

/** Clears what is kept only for a while; once a night. Notifications first: they name the mail that told them too. */
export async function clearOld({
  db,
  now,
}: Context): Promise<Record<keyof typeof KEPT_DAYS, number>> {
  const today = dayOf(now)
  const cleared = {
    act: 0,
    readNotification: 0,
    unreadNotification: 0,
    sentMail: 0,
    unsentMail: 0,
    attempt: 0,
  }
  const through = await readThrough(db, 'clear')
  if (through !== null && through >= today) return cleared
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  cleared.act = await clear(db, act, lt(act.at, before(KEPT_DAYS.act)))
  cleared.readNotification = await clear(
    db,
    notification,
    lt(notification.readAt, before(KEPT_DAYS.readNotification)),
  )
  cleared.unreadNotification = await clear(
    db,
    notification,
    and(isNull(notification.readAt), lt(notification.at, before(KEPT_DAYS.unreadNotification))),
  )
  cleared.sentMail = await clear(
    db,
    outboxMail,
    and(isNotNull(outboxMail.sentAt), lt(outboxMail.sentAt, before(KEPT_DAYS.sentMail))),
  )
  cleared.unsentMail = await clear(
    db,
    outboxMail,
    and(isNull(outboxMail.sentAt), lt(outboxMail.writtenAt, before(KEPT_DAYS.unsentMail))),
  )
  cleared.attempt = await clear(
    db,
    rateLimit,
    or(isNull(rateLimit.expire), lt(rateLimit.expire, before(KEPT_DAYS.attempt).getTime())),
  )
  await markThrough(db, 'clear', today)
  return cleared
}
