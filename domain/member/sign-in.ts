import { and, eq } from 'drizzle-orm'
import { member, organisation } from '@/db/schema'
import { forgetAttempts, takeAttempt } from '@/ports/attempts'
import type { MemberActor } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { verifyPassword } from './password'

export interface SignedIn {
  memberId: string
  sessionVersion: number
  audience: MemberActor['audience']
}

/** Checks an address and a password. Ten tries in 15 minutes for one address; an unknown one takes as long. */
export async function signIn(
  context: Context,
  input: { email: string; password: string },
): Promise<Result<SignedIn, 'sign-in-wrong' | 'too-many-attempts'>> {
  const wait = await takeAttempt(context.db, `sign-in:${input.email}`)
  if (wait > 0) return refused('too-many-attempts', { minutes: Math.ceil(wait / 60) })
  const [found] = await context.db
    .select({ member, kind: organisation.kind })
    .from(member)
    .innerJoin(organisation, eq(organisation.id, member.organisationId))
    .where(and(eq(member.email, input.email), eq(member.state, 'active')))
  const right = await verifyPassword(found?.member.passwordHash ?? null, input.password)
  if (!found || !right) return refused('sign-in-wrong')
  return transact(context, async (tx) => {
    await forgetAttempts(tx, `sign-in:${input.email}`)
    await recordEvent(tx, context, 'member.signed-in', found.member.id)
    return ok({
      memberId: found.member.id,
      sessionVersion: found.member.sessionVersion,
      audience: found.kind === 'authority' ? ('official' as const) : found.kind,
    })
  })
}
