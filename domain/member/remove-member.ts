import { eq, sql } from 'drizzle-orm'
import { member } from '@/db/schema'
import type { MemberActor } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { findColleague, whyNotChangeMembers, type ChangeMemberRefusal } from './change-role'

/** An owner removes a member; every session of that member ends at once. */
export async function removeMember(
  context: Context<MemberActor>,
  memberId: string,
): Promise<Result<string, ChangeMemberRefusal>> {
  const no = whyNotChangeMembers(context.actor)
  if (no) return refused(no)
  return transact(context, async (tx) => {
    const { colleague, isLastOwner } = await findColleague(tx, context.actor, memberId)
    if (!colleague) return refused('not-found')
    if (isLastOwner) return refused('last-owner')
    await tx
      .update(member)
      .set({
        state: 'removed',
        removedAt: context.now,
        invitationHash: null,
        sessionVersion: sql`${member.sessionVersion} + 1`,
      })
      .where(eq(member.id, memberId))
    await recordEvent(tx, context, 'member.removed', memberId)
    return ok(memberId)
  })
}
