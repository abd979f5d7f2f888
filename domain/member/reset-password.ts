import { and, eq, sql } from 'drizzle-orm'
import { member } from '@/db/schema'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { takeReset } from './keep-resets'
import { hashNewPassword, type NewPasswordRefusal } from './new-password'
import { hashToken } from './one-time-link'
import { findReset } from './queries'

/** Whoever holds the one-time link sets a new password; every session of the member ends. */
export async function resetPassword(
  context: Context,
  input: { token: string; password: string },
): Promise<Result<string, 'wrong-audience' | 'link-invalid' | NewPasswordRefusal>> {
  const { actor } = context
  if (actor.audience !== 'public') return refused('wrong-audience')
  const found = await findReset({ ...context, actor }, input.token)
  if (!found) return refused('link-invalid')
  const { email } = found
  const hashed = await hashNewPassword(context, { password: input.password, email })
  if (!hashed.ok) return hashed
  return transact(context, async (tx) => {
    const memberId = await takeReset(tx, hashToken(input.token), context.now)
    if (!memberId) return refused('link-invalid')
    const [changed] = await tx
      .update(member)
      .set({ passwordHash: hashed.value, sessionVersion: sql`${member.sessionVersion} + 1` })
      .where(and(eq(member.id, memberId), eq(member.state, 'active')))
      .returning({ id: member.id })
    if (!changed) return refused('link-invalid')
    await recordEvent(tx, context, 'member.password-reset', memberId)
    return ok(memberId)
  })
}
