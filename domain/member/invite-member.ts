import { createHmac } from 'node:crypto'
import type { MemberActor, OfficialActor } from '../actor'
import { addDays, dayOf, startOf } from '../calendar/calendar'
import { DAYS } from '../clock/clock'
import { isMember, transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { newId } from '../id'
import { ok, refused, type Result } from '../result'
import { addMember } from './add-member'
import type { InviteMemberInput } from './member'
import { hashToken } from './one-time-link'

export type InviteRefusal =
  'wrong-audience' | 'owner-only' | 'organisation-suspended' | 'email-taken'

/** Signed with the server's secret instead of stored, so that a form sent twice is answered with the same address. */
function invitationToken(memberId: string, secret: string): string {
  return createHmac('sha256', secret).update(`invitation ${memberId}`).digest('base64url')
}

/** An official's colleague sees the same places, and has the duties that were ticked. */
function officialRights({ scope }: OfficialActor, { duties = [] }: InviteMemberInput) {
  return scope.city
    ? { duties, scopeCity: true }
    : { duties, scopeDistricts: scope.districts, scopeZones: scope.zones }
}

/** An owner invites a colleague; the answer holds the token of the one-time address, shown once. */
export async function inviteMember(
  context: Context<MemberActor>,
  input: InviteMemberInput,
  secret: string,
): Promise<Result<{ memberId: string; token: string }, InviteRefusal>> {
  const { actor, now } = context
  if (!isMember(actor)) return refused('wrong-audience')
  if (actor.role !== 'owner') return refused('owner-only')
  if (actor.organisationState === 'suspended') return refused('organisation-suspended')
  // What is kept as the answer of the act is the member alone, never the token.
  const done = await transact<string, InviteRefusal>(context, async (tx) => {
    const memberId = newId()
    const added = await addMember(tx, {
      id: memberId,
      organisationId: actor.organisationId,
      email: input.email,
      name: input.personName,
      role: input.role,
      state: 'invited',
      ...(actor.audience === 'official' ? officialRights(actor, input) : {}),
      invitationHash: hashToken(invitationToken(memberId, secret)),
      invitedUntil: startOf(addDays(dayOf(now), DAYS.invitation + 1)),
      createdAt: now,
    })
    if (!added.ok) return added
    await recordEvent(tx, context, 'member.invited', memberId, { facts: { role: input.role } })
    return ok(memberId)
  })
  if (!done.ok) return done
  return ok({ memberId: done.value, token: invitationToken(done.value, secret) })
}
