import { createHmac } from 'node:crypto'
import { whyNotOfficial, type MemberActor, type OfficialActor } from '../actor'
import { addDays, dayOf, startOf } from '../calendar/calendar'
import { DAYS } from '../clock/clock'
import { isMember, transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { newId } from '../id'
import { ok, refused, type Result } from '../result'
import { addMember } from './add-member'
import type { Duty, InviteMemberInput } from './member'
import { hashToken } from './one-time-link'

export type InviteRefusal =
  | 'wrong-audience'
  | 'owner-only'
  | 'organisation-suspended'
  | 'email-taken'
  | 'duty-missing'
  | 'duty-not-own'

/** For whoever is invited: signed with the server's secret instead of stored, so that a form sent twice is answered with the same address. */
export function invitationToken(memberId: string, secret: string): string {
  return createHmac('sha256', secret).update(`invitation ${memberId}`).digest('base64url')
}

/** What a member is until it accepts: its address is good for two weeks. */
export function invited(memberId: string, secret: string, now: Date) {
  return {
    state: 'invited' as const,
    invitationHash: hashToken(invitationToken(memberId, secret)),
    invitedUntil: startOf(addDays(dayOf(now), DAYS.invitation + 1)),
    createdAt: now,
  }
}

/** One grants only what one has. */
export function whyNotGrant(actor: OfficialActor, granted: readonly Duty[]): 'duty-not-own' | null {
  return granted.every((duty) => actor.duties.includes(duty)) ? null : 'duty-not-own'
}

/** An official's colleague sees the same places, and has the duties that were ticked. */
function officialRights({ scope }: OfficialActor, { duties = [] }: InviteMemberInput) {
  return scope.city
    ? { duties, scopeCity: true }
    : { duties, scopeDistricts: scope.districts, scopeZones: scope.zones }
}

/** An owner invites a colleague, of an authority its administrator, with duties of its own alone; the answer holds the token of the one-time address, shown once. */
export async function inviteMember(
  context: Context<MemberActor>,
  input: InviteMemberInput,
  secret: string,
): Promise<Result<{ memberId: string; token: string }, InviteRefusal>> {
  const { actor, now } = context
  if (!isMember(actor)) return refused('wrong-audience')
  if (actor.role !== 'owner') return refused('owner-only')
  if (actor.organisationState === 'suspended') return refused('organisation-suspended')
  if (actor.audience === 'official') {
    const no = whyNotOfficial(actor, 'administrator') ?? whyNotGrant(actor, input.duties ?? [])
    if (no) return refused(no)
  }
  // What is kept as the answer of the act is the member alone, never the token.
  const done = await transact<string, InviteRefusal>(context, async (tx) => {
    const memberId = newId()
    const added = await addMember(tx, {
      id: memberId,
      organisationId: actor.organisationId,
      email: input.email,
      name: input.personName,
      role: input.role,
      ...invited(memberId, secret, now),
      ...(actor.audience === 'official' ? officialRights(actor, input) : {}),
    })
    if (!added.ok) return added
    await recordEvent(tx, context, 'member.invited', memberId, { facts: { role: input.role } })
    return ok(memberId)
  })
  if (!done.ok) return done
  return ok({ memberId: done.value, token: invitationToken(done.value, secret) })
}
