import { LINK_HOURS } from '../clock/clock'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { newId } from '../id'
import type { ComposeLink } from '../mail/mail'
import { writeLinkMail } from '../mail/write-link-mail'
import { keepReset } from '../member/keep-resets'
import { hashToken, hoursAfter, newToken } from '../member/one-time-link'
import { findActiveByEmail } from '../member/queries'
import { trySecret, type SecretRefusal } from '../member/try-secret'
import type { MailLanguage } from '../notification/notification'
import { ok, refused, type Result } from '../result'

/** Mails a one-time link to a new password. An address that nobody has gets a mail too, that says so: same answer, same work. */
export async function askForReset(
  context: Context,
  email: string,
  { language, compose }: { language: MailLanguage; compose: ComposeLink },
): Promise<Result<{ token: string }, 'wrong-audience' | SecretRefusal>> {
  if (context.actor.audience !== 'public') return refused('wrong-audience')
  const { now } = context
  const limited = { account: null, wrong: [] }
  return trySecret(context, limited, () =>
    transact(context, async (tx) => {
      const [id, token] = [newId(), newToken()]
      const known = await findActiveByEmail(tx, email)
      const memberId = known?.id ?? null
      const linkUntil = hoursAfter(now, LINK_HOURS.reset)
      await keepReset(tx, { id, memberId, linkHash: hashToken(token), linkUntil }, now)
      const mail = compose({
        about: known ? 'reset' : 'no-account',
        language,
        token,
        personName: known?.name ?? '',
      })
      await writeLinkMail(tx, { ...mail, id, memberId, email, language }, now)
      await recordEvent(tx, context, 'member.reset-asked', memberId ?? id)
      return ok({ token })
    }),
  )
}
