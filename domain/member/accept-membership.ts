import { and, eq, gt } from 'drizzle-orm'
import { member } from '@/db/schema'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { hashToken } from './one-time-link'
import { hashPassword } from './password'

/** The invited sets a password and becomes an active member. The address works once, for two weeks. */
export async function acceptMembership(
  context: Context,
  input: { token: string; password: string },
): Promise<Result<string, 'wrong-audience' | 'invitation-invalid'>> {
  if (context.actor.audience !== 'public') return refused('wrong-audience')
  const passwordHash = await hashPassword(input.password)
  return transact(context, async (tx) => {
    const [accepted] = await tx
      .update(member)
      .set({ state: 'active', passwordHash, invitationHash: null, invitedUntil: null })
      .where(
        and(
          eq(member.invitationHash, hashToken(input.token)),
          eq(member.state, 'invited'),
          gt(member.invitedUntil, context.now),
        ),
      )
      .returning({ id: member.id })
    if (!accepted) return refused('invitation-invalid')
    await recordEvent(tx, context, 'member.accepted', accepted.id)
    return ok(accepted.id)
  })
}
