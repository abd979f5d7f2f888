import { and, eq } from 'drizzle-orm'
import { member, organisation } from '@/db/schema'
import type { MemberActor } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { verifyPassword } from './password'
import { trySecret, type SecretRefusal } from './try-secret'

export interface SignedIn {
  memberId: string
  sessionVersion: number
  audience: MemberActor['audience']
}

/** Checks an address and a password. An unknown address takes as long, and is slowed down alike. */
export function signIn(
  context: Context,
  input: { email: string; password: string },
): Promise<Result<SignedIn, 'sign-in-wrong' | SecretRefusal>> {
  const secret = { account: input.email, wrong: ['sign-in-wrong'] as const }
  return trySecret(context, secret, async () => {
    const [found] = await context.db
      .select({ member, kind: organisation.kind })
      .from(member)
      .innerJoin(organisation, eq(organisation.id, member.organisationId))
      .where(and(eq(member.email, input.email), eq(member.state, 'active')))
    const right = await verifyPassword(found?.member.passwordHash ?? null, input.password)
    if (!found || !right) return refused('sign-in-wrong')
    return transact(context, async (tx) => {
      await recordEvent(tx, context, 'member.signed-in', found.member.id)
      return ok({
        memberId: found.member.id,
        sessionVersion: found.member.sessionVersion,
        audience: found.kind === 'authority' ? ('official' as const) : found.kind,
      })
    })
  })
}
