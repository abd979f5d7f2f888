import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { notification } from '@/db/schema'

/** What was told of an application leads to the organisation that it has become. */
export async function handNotifications(tx: Database, from: string, to: string): Promise<void> {
  await tx
    .update(notification)
    .set({ subjectId: to })
    .where(and(eq(notification.subject, 'organisation'), eq(notification.subjectId, from)))
}
