import type { Database } from '@/db/client'
import { notification } from '@/db/schema'
import { newId } from '../id'

const AT_ONCE = 500

export type NewNotification = Omit<typeof notification.$inferInsert, 'id' | 'readAt'>

/** Writes what is new: of one cause a member is told once, however often and by whichever job it is told. */
export async function keepNotifications(tx: Database, lines: NewNotification[]): Promise<void> {
  for (let start = 0; start < lines.length; start += AT_ONCE)
    await tx
      .insert(notification)
      .values(lines.slice(start, start + AT_ONCE).map((line) => ({ ...line, id: newId() })))
      .onConflictDoNothing({ target: [notification.memberId, notification.causeId] })
}
