import { and, isNull, sql } from 'drizzle-orm'
import { isAmong } from '@/db/among'
import type { Database } from '@/db/client'
import { notification, notificationSetting } from '@/db/schema'
import { newId } from '../id'

const AT_ONCE = 500

export type NewNotification = Omit<typeof notification.$inferInsert, 'id' | 'readAt' | 'mailId'>

/** What each of these members has switched off. */
async function readMuted(
  tx: Database,
  memberIds: string[],
): Promise<Map<string, readonly string[]>> {
  const rows = await tx
    .select({ memberId: notificationSetting.memberId, muted: notificationSetting.muted })
    .from(notificationSetting)
    .where(
      sql`${isAmong(notificationSetting.memberId, memberIds)} and ${notificationSetting.muted} <> '{}'`,
    )
  return new Map(rows.map(({ memberId, muted }) => [memberId, muted]))
}

/** Writes what is new and not switched off: of one cause a member is told once, however often and by whichever job. */
export async function keepNotifications(tx: Database, all: NewNotification[]): Promise<void> {
  if (all.length === 0) return
  const muted = await readMuted(tx, [...new Set(all.map(({ memberId }) => memberId))])
  const lines = all.filter(({ memberId, kind }) => !muted.get(memberId)?.includes(kind))
  for (let start = 0; start < lines.length; start += AT_ONCE)
    await tx
      .insert(notification)
      .values(lines.slice(start, start + AT_ONCE).map((line) => ({ ...line, id: newId() })))
      .onConflictDoNothing({ target: [notification.memberId, notification.causeId] })
}

/** Remembers by which mail they were told too; what another mail has told stays. */
export async function markMailed(
  tx: Database,
  notificationIds: readonly string[],
  mailId: string,
): Promise<void> {
  await tx
    .update(notification)
    .set({ mailId })
    .where(and(isAmong(notification.id, notificationIds), isNull(notification.mailId)))
}
