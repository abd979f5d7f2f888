import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation } from '@/db/schema'
import type { OfficialActor } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { newId } from '../id'
import { addMember } from '../member/add-member'
import { rightsOf, whyNotCityAdministrator, type WhyNotGrantCity } from '../member/grant-official'
import { invitationToken, invited, whyNotGrant } from '../member/invite-member'
import type { InviteOfficialInput } from '../member/member'
import { enterAuthority } from '../organisation/enter-organisation'
import { ok, refused, type Result } from '../result'

export type InviteOfficialRefusal =
  WhyNotGrantCity | 'not-found' | 'already-registered' | 'email-taken' | 'duty-not-own'

/** The authority that is named, or a new one. */
async function authorityOf(
  tx: Database,
  context: Context<OfficialActor>,
  { authorityId, name, uscc }: InviteOfficialInput,
): Promise<Result<string, 'not-found' | 'already-registered'>> {
  if (authorityId !== null) {
    const [found] = await tx
      .select({ id: organisation.id })
      .from(organisation)
      .where(and(eq(organisation.id, authorityId), eq(organisation.kind, 'authority')))
    return found ? ok(found.id) : refused('not-found')
  }
  if (name === null || uscc === null) return refused('not-found')
  const entered = await enterAuthority(tx, { name, uscc }, context.now)
  if (entered.ok)
    await recordEvent(tx, context, 'organisation.registered', entered.value, {
      facts: { kind: 'authority' },
    })
  return entered
}

/**
 * An administrator of the city invites an official to an authority, with a scope and with duties of its own alone; the answer
 * holds the token of the one-time address, shown once.
 */
export async function inviteOfficial(
  context: Context<OfficialActor>,
  input: InviteOfficialInput,
  secret: string,
): Promise<Result<{ memberId: string; token: string }, InviteOfficialRefusal>> {
  const { actor, now } = context
  const no = whyNotCityAdministrator(actor) ?? whyNotGrant(actor, input.duties)
  if (no) return refused(no)
  const done = await transact<string, InviteOfficialRefusal>(context, async (tx) => {
    const authority = await authorityOf(tx, context, input)
    if (!authority.ok) return authority
    const memberId = newId()
    const added = await addMember(tx, {
      id: memberId,
      organisationId: authority.value,
      email: input.email,
      name: input.personName,
      role: input.role,
      ...rightsOf(input),
      ...invited(memberId, secret, now),
    })
    if (!added.ok) return added
    await recordEvent(tx, context, 'member.invited', memberId, { facts: { role: input.role } })
    return ok(memberId)
  })
  if (!done.ok) return done
  return ok({ memberId: done.value, token: invitationToken(done.value, secret) })
}
