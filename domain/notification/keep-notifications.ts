import { and, isNull, sql } from 'drizzle-orm'
import { isAmong } from '@/db/among'
import type { Database } from '@/db/client'
import { notification, notificationSetting } from '@/db/schema'
import { newId } from '../id'

export type NewNotification = Omit<typeof notification.$inferInsert, 'id' | 'readAt' | 'mailId'>

/** Writes what is new and not switched off: of one cause a member is told once, however often and by whichever job. */
export async function keepNotifications(tx: Database, lines: NewNotification[]): Promise<void> {
  if (lines.length === 0) return
  const rows = lines.map((line) => ({
    id: newId(),
    member_id: line.memberId,
    kind: line.kind,
    cause_id: line.causeId,
    subject: line.subject,
    subject_id: line.subjectId,
    view_id: line.viewId ?? null,
    many: line.many ?? 1,
    at: line.at,
  }))
  await tx.execute(sql`
    insert into ${notification} (id, member_id, kind, cause_id, subject, subject_id, view_id, many, at)
    select id, member_id, kind, cause_id, subject, subject_id, view_id, many, at
    from json_populate_recordset(null::${notification}, ${JSON.stringify(rows)}::json) as line
    where not exists (
      select 1 from ${notificationSetting} as setting
      where setting.member_id = line.member_id and line.kind = any(setting.muted))
    on conflict (member_id, cause_id) do nothing`)
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
