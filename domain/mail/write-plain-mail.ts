import type { Database } from '@/db/client'
import { outboxMail } from '@/db/schema'
import { enqueue } from '@/ports/queue'
import type { MailLanguage } from '../notification/notification'

interface PlainMail {
  id: string
  /** Null where the address is nobody's yet. */
  memberId: string | null
  email: string
  language: MailLanguage
  subject: string
  text: string
  html: string
}

/** Writes a letter that holds no secret, to be sent at once and read in the outbox. */
export async function writePlainMail(tx: Database, mail: PlainMail, now: Date): Promise<void> {
  await tx.insert(outboxMail).values({ ...mail, period: `letter ${mail.id}`, writtenAt: now })
  await enqueue(tx, 'send-mails', {})
}
