import type { Database } from '@/db/client'
import { outboxMail } from '@/db/schema'
import { enqueue } from '@/ports/queue'
import type { MailLanguage } from '../notification/notification'

interface LinkMail {
  /** Of the link that it holds. */
  id: string
  memberId: string | null
  email: string
  language: MailLanguage
  subject: string
  text: string
  html: string
}

/** Writes a mail with a one-time link, to be sent at once. */
export async function writeLinkMail(tx: Database, mail: LinkMail, now: Date): Promise<void> {
  await tx
    .insert(outboxMail)
    .values({ ...mail, period: `link ${mail.id}`, isSecret: true, writtenAt: now })
  await enqueue(tx, 'send-mails', {})
}
