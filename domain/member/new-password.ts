import type { Context } from '../context'
import { ok, refused, type Result } from '../result'
import { hashPassword } from './password'
import { trySecret, type SecretRefusal } from './try-secret'

/** Words that everybody tries first at this door. */
const ourOwn = /kerong|科融/i
const LONGEST_REPEATED = 4

/** Made of one short piece again and again, or of signs in the order of their codes. */
function isPattern(password: string): boolean {
  for (let length = 1; length <= LONGEST_REPEATED; length++)
    if (password === password.slice(0, length).repeat(99).slice(0, password.length)) return true
  const steps = [...password]
    .slice(1)
    .map((sign, at) => sign.charCodeAt(0) - password.charCodeAt(at))
  return steps.every((step) => step === 1) || steps.every((step) => step === -1)
}

let kept: Promise<ReadonlySet<string>> | undefined

/** Some 49,000 passwords that leaked most often, lower case. */
const commonPasswords = () =>
  (kept ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
  ))

/** The letters in the middle: `password2024!` is *password* to whoever guesses. */
const core = (password: string) => password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')

/**
 * Why a new password is refused, or null: it is among those that are tried first, or one's own address. Passwords that
 * exist already go on.
 */
export async function whyNotPassword(
  typed: string,
  email: string,
): Promise<'password-common' | null> {
  const password = typed.normalize('NFKC').toLowerCase()
  const [name = ''] = email.toLowerCase().split('@')
  const isOwn = password === email.toLowerCase() || core(password) === core(name)
  if (isOwn || ourOwn.test(password) || isPattern(password)) return 'password-common'
  const common = await commonPasswords()
  return common.has(password) || common.has(core(password)) ? 'password-common' : null
}

export type NewPasswordRefusal = 'password-common' | SecretRefusal

/** The hash of a new password, for whoever may set one; it costs what testing a secret costs, and is limited alike. */
export function hashNewPassword(
  context: Pick<Context, 'db' | 'now' | 'address'>,
  { password, email }: { password: string; email: string },
): Promise<Result<string, NewPasswordRefusal>> {
  return trySecret(context, { account: null, wrong: [] }, async () => {
    const no = await whyNotPassword(password, email)
    return no ? refused(no) : ok(await hashPassword(password))
  })
}
