import { and, asc, eq, ne } from 'drizzle-orm'
import { member, organisation } from '@/db/schema'
import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import { whyNotCityAdministrator } from '../member/grant-official'
import type { Scope } from '../place/place'

/** Every authority with its officials, their duties and places: for administrators of the city, nobody else. */
export async function listAuthorities({ db, actor }: Context<OfficialActor>) {
  if (whyNotCityAdministrator(actor)) return []
  const authorities = await db
    .select({ id: organisation.id, name: organisation.name, uscc: organisation.uscc })
    .from(organisation)
    .where(eq(organisation.kind, 'authority'))
    .orderBy(asc(organisation.createdAt), asc(organisation.id))
  const officials = await db
    .select({
      id: member.id,
      organisationId: member.organisationId,
      name: member.name,
      email: member.email,
      role: member.role,
      state: member.state,
      duties: member.duties,
      scopeCity: member.scopeCity,
      scopeDistricts: member.scopeDistricts,
      scopeZones: member.scopeZones,
    })
    .from(member)
    .innerJoin(organisation, eq(organisation.id, member.organisationId))
    .where(and(eq(organisation.kind, 'authority'), ne(member.state, 'removed')))
    .orderBy(asc(member.createdAt), asc(member.id))
  return authorities.map((one) => ({
    ...one,
    members: officials
      .filter(({ organisationId }) => organisationId === one.id)
      .map((official) => ({
        ...official,
        scope: (official.scopeCity
          ? { city: true }
          : {
              city: false,
              districts: official.scopeDistricts,
              zones: official.scopeZones,
            }) satisfies Scope,
      })),
  }))
}
