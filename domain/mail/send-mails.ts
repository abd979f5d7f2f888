import { and, asc, eq, isNull, lt, lte, or } from 'drizzle-orm'
import { outboxMail } from '@/db/schema'
import type { Mailer } from '@/ports/mail'
import type { Context } from '../context'

/** Over about three days; then a mail stays in the outbox, unsent. */
export const ATTEMPTS_AT_MOST = 10
const FIRST_WAIT_MS = 5 * 60_000

/** The code of an answer: the server is there and refuses this one mail. Any other means that it is not there. */
const isAnswer = (code: string) => /^\d+$/.test(code)

/**
 * Sends one mail that waits, and says whether to go on. Its row stays locked meanwhile, so that two processes never
 * send the same; one that dies in between may send again, under the same message id.
 */
async function sendNext({ db, now }: Context, mailer: Mailer): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [mail] = await tx
      .select()
      .from(outboxMail)
      .where(
        and(
          isNull(outboxMail.sentAt),
          lt(outboxMail.attempts, ATTEMPTS_AT_MOST),
          or(isNull(outboxMail.nextAt), lte(outboxMail.nextAt, now)),
        ),
      )
      .orderBy(asc(outboxMail.id))
      .limit(1)
      .for('update', { skipLocked: true })
    if (!mail) return false
    const attempts = mail.attempts + 1
    const { id, email: to, subject, text, html } = mail
    const refusal = await mailer.send({ id, to, subject, text, html })
    await tx
      .update(outboxMail)
      .set(
        refusal === null
          ? { attempts, sentAt: now, nextAt: null, refusal: null }
          : {
              attempts,
              refusal,
              nextAt:
                attempts < ATTEMPTS_AT_MOST
                  ? new Date(now.getTime() + FIRST_WAIT_MS * 2 ** mail.attempts)
                  : null,
            },
      )
      .where(eq(outboxMail.id, id))
    return refusal === null || isAnswer(refusal)
  })
}

/** Sends what waits; without a mail server nothing is sent, and stays readable. */
export async function sendMails(context: Context, mailer: Mailer | null): Promise<number> {
  if (!mailer) return 0
  let rounds = 0
  while (await sendNext(context, mailer)) rounds++
  return rounds
}
