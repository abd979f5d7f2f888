import { and, eq, inArray, sql } from 'drizzle-orm'
import { member, organisation } from '@/db/schema'
import { whyNotOfficial, type OfficialActor, type WhyNotOfficial } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { whyNotGrant } from './invite-member'
import type { GrantOfficialInput } from './member'

export type WhyNotGrantCity = WhyNotOfficial | 'scope-not-city'

/** Who looks after the accounts of all authorities. */
export function whyNotCityAdministrator(actor: Context['actor']): WhyNotGrantCity | null {
  const no =
    actor.audience === 'official' ? whyNotOfficial(actor, 'administrator') : 'wrong-audience'
  if (no || actor.audience !== 'official') return no
  return actor.scope.city ? null : 'scope-not-city'
}

/** The columns of a member that say where it reads and acts, and with which duties. */
export function rightsOf({
  duties,
  wholeCity,
  districts,
  zones,
}: Omit<GrantOfficialInput, 'memberId'>) {
  return {
    duties,
    scopeCity: wholeCity,
    scopeDistricts: wholeCity ? [] : districts,
    scopeZones: wholeCity ? [] : zones,
  }
}

/** An administrator of the city sets an official's duties and scope, and adds no duty that it has not; its sessions end. */
export async function grantOfficial(
  context: Context<OfficialActor>,
  { memberId, ...rights }: GrantOfficialInput,
): Promise<Result<string, WhyNotGrantCity | 'not-found' | 'duty-not-own' | 'own-rights'>> {
  const { actor } = context
  const no = whyNotCityAdministrator(actor)
  if (no) return refused(no)
  if (memberId === actor.memberId) return refused('own-rights')
  return transact<string, 'not-found' | 'duty-not-own'>(context, async (tx) => {
    const [found] = await tx
      .select({ duties: member.duties })
      .from(member)
      .innerJoin(organisation, eq(organisation.id, member.organisationId))
      .where(
        and(
          eq(member.id, memberId),
          eq(organisation.kind, 'authority'),
          inArray(member.state, ['invited', 'active']),
        ),
      )
      .for('no key update', { of: member })
    if (!found) return refused('not-found')
    const added = rights.duties.filter((duty) => !found.duties.includes(duty))
    const why = whyNotGrant(actor, added)
    if (why) return refused(why)
    await tx
      .update(member)
      .set({ ...rightsOf(rights), sessionVersion: sql`${member.sessionVersion} + 1` })
      .where(eq(member.id, memberId))
    await recordEvent(tx, context, 'member.granted', memberId, {
      facts: { duties: rights.duties.join(' '), city: rights.wholeCity },
    })
    return ok(memberId)
  })
}
