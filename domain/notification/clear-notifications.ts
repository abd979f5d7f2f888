import { and, isNull, lt } from 'drizzle-orm'
import { clear } from '@/db/clear'
import type { Database } from '@/db/client'
import { notification } from '@/db/schema'

/** Deletes what was read before a moment, and what was told before another and never read. Answers how many. */
export async function clearNotifications(
  db: Database,
  before: { read: Date; unread: Date },
): Promise<number> {
  const read = await clear(db, notification, lt(notification.readAt, before.read))
  const unread = and(isNull(notification.readAt), lt(notification.at, before.unread))
  return read + (await clear(db, notification, unread))
}
