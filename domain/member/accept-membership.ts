import { and, eq, gt } from 'drizzle-orm'
import { member } from '@/db/schema'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { hashNewPassword, type NewPasswordRefusal } from './new-password'
import { hashToken } from './one-time-link'
import { findInvitation } from './queries'

/** The invited sets a password and becomes an active member. The address works once, for two weeks. */
export async function acceptMembership(
  context: Context,
  input: { token: string; password: string },
): Promise<Result<string, 'wrong-audience' | 'invitation-invalid' | NewPasswordRefusal>> {
  const { actor } = context
  if (actor.audience !== 'public') return refused('wrong-audience')
  const invitation = await findInvitation({ ...context, actor }, input.token)
  if (!invitation) return refused('invitation-invalid')
  const { email } = invitation
  const hashed = await hashNewPassword(context, { password: input.password, email })
  if (!hashed.ok) return hashed
  return transact(context, async (tx) => {
    const [accepted] = await tx
      .update(member)
      .set({
        state: 'active',
        passwordHash: hashed.value,
        invitationHash: null,
        invitedUntil: null,
      })
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
