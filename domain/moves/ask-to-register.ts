import { transact, type Context } from '../context'
import { newId } from '../id'
import { LINK_HOURS } from '../clock/clock'
import type { ComposeLink } from '../mail/mail'
import { writeLinkMail } from '../mail/write-link-mail'
import { findByEmail } from '../member/add-member'
import { hashToken, hoursAfter, newToken } from '../member/one-time-link'
import { trySecret, type SecretRefusal } from '../member/try-secret'
import type { MailLanguage } from '../notification/notification'
import { keepAsked } from '../organisation/keep-applications'
import type { AskToRegisterInput } from '../organisation/organisation'
import { ok, refused, type Result } from '../result'

/**
 * Keeps what was typed and mails a one-time link, with which alone account and application begin. Whether the code or the
 * address is known makes no difference to the answer or to the work: a known address gets another mail.
 */
export async function askToRegister(
  context: Context,
  input: AskToRegisterInput,
  { language, compose }: { language: MailLanguage; compose: ComposeLink },
): Promise<Result<{ token: string }, 'wrong-audience' | SecretRefusal>> {
  if (context.actor.audience !== 'public') return refused('wrong-audience')
  const { now } = context
  const limited = { account: null, wrong: [] }
  return trySecret(context, limited, () =>
    transact(context, async (tx) => {
      const [id, token] = [newId(), newToken()]
      const known = await findByEmail(tx, input.email)
      const linkUntil = hoursAfter(now, LINK_HOURS.application)
      await keepAsked(tx, input, { id, linkHash: hashToken(token), linkUntil }, now)
      const mail = compose({
        about: known ? 'account-exists' : 'application',
        language,
        token,
        personName: input.personName,
      })
      await writeLinkMail(tx, { ...mail, id, memberId: known, email: input.email, language }, now)
      return ok({ token })
    }),
  )
}
