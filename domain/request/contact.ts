import { and, desc, eq, gte, isNull, lte, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { member, organisation, whiteListEntry } from '@/db/schema'
import type { CompanyActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'

const authority = alias(organisation, 'authority')

/** The contact at the authority of a company that stands on the white list today; null where it does not, or has none. */
export async function findContact({ db, actor, now }: Context<CompanyActor>) {
  const today = dayOf(now)
  const [found] = await db
    .select({
      memberId: member.id,
      name: member.name,
      authority: authority.name,
      chain: whiteListEntry.chain,
      batchOn: whiteListEntry.batchOn,
      validTo: whiteListEntry.endedOn,
    })
    .from(whiteListEntry)
    .innerJoin(member, eq(member.id, whiteListEntry.contactMemberId))
    .innerJoin(authority, eq(authority.id, member.organisationId))
    .where(
      and(
        eq(whiteListEntry.organisationId, actor.organisationId),
        lte(whiteListEntry.batchOn, today),
        or(isNull(whiteListEntry.endedOn), gte(whiteListEntry.endedOn, today)),
      ),
    )
    .orderBy(desc(whiteListEntry.batchOn), whiteListEntry.id)
    .limit(1)
  return found ?? null
}
