import { and, isNull, lt } from 'drizzle-orm'
import { clear } from '@/db/clear'
import type { Database } from '@/db/client'
import { outboxMail } from '@/db/schema'

/** Deletes mails that were sent before a moment, and those written before another and never sent. Answers how many. */
export async function clearMails(
  db: Database,
  before: { sent: Date; unsent: Date },
): Promise<number> {
  const sent = await clear(db, outboxMail, lt(outboxMail.sentAt, before.sent))
  const unsent = and(isNull(outboxMail.sentAt), lt(outboxMail.writtenAt, before.unsent))
  return sent + (await clear(db, outboxMail, unsent))
}
