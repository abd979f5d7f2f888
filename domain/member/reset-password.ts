import { and, eq, sql } from 'drizzle-orm'
import { member } from '@/db/schema'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { takeReset } from './keep-resets'
import { hashToken } from './one-time-link'
import { hashPassword } from './password'

/** Whoever holds the one-time link sets a new password; every session of the member ends. */
export async function resetPassword(
  context: Context,
  input: { token: string; password: string },
): Promise<Result<string, 'wrong-audience' | 'link-invalid'>> {
  if (context.actor.audience !== 'public') return refused('wrong-audience')
  const passwordHash = await hashPassword(input.password)
  return transact(context, async (tx) => {
    const memberId = await takeReset(tx, hashToken(input.token), context.now)
    if (!memberId) return refused('link-invalid')
    const [changed] = await tx
      .update(member)
      .set({ passwordHash, sessionVersion: sql`${member.sessionVersion} + 1` })
      .where(and(eq(member.id, memberId), eq(member.state, 'active')))
      .returning({ id: member.id })
    if (!changed) return refused('link-invalid')
    await recordEvent(tx, context, 'member.password-reset', memberId)
    return ok(memberId)
  })
}
