/** Applying as people do: what is typed, the link that is mailed, a password. */
import type { Context } from '../context'
import { askToRegister } from '../moves/ask-to-register'
import { registerOrganisation } from '../moves/register-organisation'
import type { AskToRegisterInput } from '../organisation/organisation'
import { nextUscc } from './cast'
import { value } from './value'

export const PASSWORD = 'long enough for this'

/** A mail of which the words do not matter. */
export const plainMail = {
  language: 'zh' as const,
  compose: ({ about, token }: { about: string; token: string }) => ({
    subject: about,
    text: token,
    html: '',
  }),
}

export function typed(more: Partial<AskToRegisterInput> = {}): AskToRegisterInput {
  return {
    kind: 'company',
    uscc: nextUscc(),
    name: 'New company',
    personName: 'Owner',
    email: 'new.owner@test.example',
    phone: '02988880000',
    ...more,
  }
}

/** The token of the link that is mailed. */
export async function askedToken(context: Context, input: AskToRegisterInput): Promise<string> {
  return value(await askToRegister(context, input, plainMail)).token
}

export async function register(context: Context, more: Partial<AskToRegisterInput> = {}) {
  const token = await askedToken(context, typed(more))
  return registerOrganisation(context, { token, password: PASSWORD })
}
