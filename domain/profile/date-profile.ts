import { isDeepStrictEqual } from 'node:util'
import { desc, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { datedProfile, organisation, profile } from '@/db/schema'
import type { Day } from '../calendar/calendar'

/**
 * Dates where a company is and in which chains: from today on, where that is not what the latest day says. What a day began with is
 * what it ended with.
 */
export async function dateProfile(tx: Database, organisationId: string, today: Day): Promise<void> {
  const [is] = await tx
    .select({
      district: organisation.district,
      zone: organisation.zone,
      park: profile.park,
      chains: profile.chains,
    })
    .from(organisation)
    .leftJoin(profile, eq(profile.organisationId, organisation.id))
    .where(eq(organisation.id, organisationId))
  if (!is) return
  const now = { ...is, chains: is.chains ?? [] }
  const [was] = await tx
    .select({
      district: datedProfile.district,
      zone: datedProfile.zone,
      park: datedProfile.park,
      chains: datedProfile.chains,
    })
    .from(datedProfile)
    .where(eq(datedProfile.organisationId, organisationId))
    .orderBy(desc(datedProfile.since))
    .limit(1)
  if (isDeepStrictEqual(was, now)) return
  await tx
    .insert(datedProfile)
    .values({ organisationId, since: today, ...now })
    .onConflictDoUpdate({ target: [datedProfile.organisationId, datedProfile.since], set: now })
}
