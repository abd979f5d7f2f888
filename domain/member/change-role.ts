import { and, eq, ne, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { member, organisation } from '@/db/schema'
import { whyNotOfficial, type MemberActor } from '../actor'
import { isMember, transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import type { MemberRole } from './member'

export type ChangeMemberRefusal =
  | 'wrong-audience'
  | 'owner-only'
  | 'organisation-suspended'
  | 'not-found'
  | 'last-owner'
  | 'wrong-state'
  | 'duty-missing'

/** Who may change members, or why not: owners, in an authority those with the duty. */
export function whyNotChangeMembers(actor: Context['actor']): ChangeMemberRefusal | null {
  if (!isMember(actor)) return 'wrong-audience'
  if (actor.role !== 'owner') return 'owner-only'
  if (actor.organisationState === 'suspended') return 'organisation-suspended'
  return actor.audience === 'official' ? whyNotOfficial(actor, 'administrator') : null
}

/** Locks the organisation, so that two owners cannot remove each other, and finds the colleague. */
export async function findColleague(tx: Database, actor: MemberActor, memberId: string) {
  await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(eq(organisation.id, actor.organisationId))
    .for('no key update')
  const [colleague] = await tx
    .select()
    .from(member)
    .where(
      and(
        eq(member.id, memberId),
        eq(member.organisationId, actor.organisationId),
        ne(member.state, 'removed'),
      ),
    )
  const [others] = await tx
    .select({ owners: sql<number>`count(*)::int` })
    .from(member)
    .where(
      and(
        eq(member.organisationId, actor.organisationId),
        eq(member.role, 'owner'),
        eq(member.state, 'active'),
        ne(member.id, memberId),
      ),
    )
  return { colleague, isLastOwner: colleague?.role === 'owner' && others?.owners === 0 }
}

/** An owner changes what a colleague may do; never the last owner. The colleague's sessions end. */
export async function changeRole(
  context: Context<MemberActor>,
  memberId: string,
  role: MemberRole,
): Promise<Result<string, ChangeMemberRefusal>> {
  const no = whyNotChangeMembers(context.actor)
  if (no) return refused(no)
  return transact(context, async (tx) => {
    const { colleague, isLastOwner } = await findColleague(tx, context.actor, memberId)
    if (!colleague) return refused('not-found')
    if (isLastOwner && role !== 'owner') return refused('last-owner')
    await tx
      .update(member)
      .set({ role, sessionVersion: sql`${member.sessionVersion} + 1` })
      .where(eq(member.id, memberId))
    await recordEvent(tx, context, 'member.role-changed', memberId, {
      facts: { from: colleague.role, to: role },
    })
    return ok(memberId)
  })
}
