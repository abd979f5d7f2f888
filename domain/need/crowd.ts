import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation, profile } from '@/db/schema'
import type { Facts } from '../profile/profile'
import type { Crowd } from './teaser'

/** How many admitted companies share a place and the main chain: what decides how far a teaser is widened. */
export async function readCrowd(
  db: Database,
  facts: Pick<Facts, 'district' | 'zone' | 'chains'>,
): Promise<Crowd> {
  const chain = facts.chains[0]
  if (!chain) return { zoneAndChain: 0, districtAndChain: 0, cityAndChain: 0 }
  const [row] = await db
    .select({
      zoneAndChain: sql<number>`count(*) filter (where ${organisation.zone} = ${facts.zone})::int`,
      districtAndChain: sql<number>`count(*) filter (where ${organisation.district} = ${facts.district})::int`,
      cityAndChain: sql<number>`count(*)::int`,
    })
    .from(organisation)
    .innerJoin(profile, eq(profile.organisationId, organisation.id))
    .where(
      and(
        eq(organisation.kind, 'company'),
        eq(organisation.state, 'admitted'),
        sql`${profile.chains} @> array[${chain}]::text[] and ${profile.chains}[1] = ${chain}`,
      ),
    )
  return row ?? { zoneAndChain: 0, districtAndChain: 0, cityAndChain: 0 }
}
