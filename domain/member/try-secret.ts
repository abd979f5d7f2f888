import { forgetWrong, takeSecret } from '@/ports/attempts'
import { SECRETS } from '../clock/clock'
import type { Context } from '../context'
import { refused, type Result } from '../result'
import { PasswordsBusy } from './password'

export type SecretRefusal = 'too-many-secrets' | 'passwords-busy'

/**
 * Everything that tests a secret or costs a hash of a password goes through here: from an address only so many a minute,
 * and of one account ever slower after wrong ones (domain/clock, SECRETS), never for another address. `account` is what the
 * secret belongs to, null where there is none yet; `wrong` are the refusals that say it was not right.
 */
export async function trySecret<Value, Refusal extends string>(
  { db, now, address = null }: Pick<Context, 'db' | 'now' | 'address'>,
  { account, wrong }: { account: string | null; wrong: readonly Refusal[] },
  test: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | SecretRefusal>> {
  const trying = { account, address }
  const seconds = await takeSecret(db, trying, now.getTime())
  if (seconds > 0) return refused('too-many-secrets', { seconds })
  try {
    const done = await test()
    if (done.ok || !wrong.includes(done.refusal)) await forgetWrong(db, trying)
    return done
  } catch (error) {
    if (error instanceof PasswordsBusy)
      return refused('passwords-busy', { seconds: SECRETS.busyWait })
    throw error
  }
}
