import { and, asc, desc, eq, gte, isNull, lte, or } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation, profile, profileYear, qualification, whiteListEntry } from '@/db/schema'
import type { CompanyActor } from '../actor'
import { dayOf, type Day } from '../calendar/calendar'
import type { Context } from '../context'
import { emptyProfile, factsOf, type Facts, type Profile } from './profile'

/** A company's profile, whole; every fact that was never entered is null. */
export async function readProfile(db: Database, organisationId: string): Promise<Profile> {
  const [row] = await db
    .select({ profile, district: organisation.district, zone: organisation.zone })
    .from(organisation)
    .leftJoin(profile, eq(profile.organisationId, organisation.id))
    .where(eq(organisation.id, organisationId))
  const years = await db
    .select({
      year: profileYear.year,
      revenueFen: profileYear.revenueFen,
      profitFen: profileYear.profitFen,
      rdSpendFen: profileYear.rdSpendFen,
    })
    .from(profileYear)
    .where(eq(profileYear.organisationId, organisationId))
    .orderBy(desc(profileYear.year))
  const qualifications = await db
    .select({
      kind: qualification.kind,
      level: qualification.level,
      number: qualification.number,
      issuer: qualification.issuer,
      validFrom: qualification.validFrom,
      validTo: qualification.validTo,
    })
    .from(qualification)
    .where(eq(qualification.organisationId, organisationId))
    .orderBy(asc(qualification.validFrom), asc(qualification.kind))
  if (!row?.profile) {
    return {
      ...emptyProfile,
      district: row?.district ?? null,
      zone: row?.zone ?? null,
      years,
      qualifications,
    }
  }
  const { organisationId: _id, savedAt: _at, version: _version, ...columns } = row.profile
  return { ...columns, district: row.district, zone: row.zone, years, qualifications }
}

/** The chains for which a company stands on a white list on a day. */
async function listWhiteListChains(db: Database, organisationId: string, on: Day) {
  const rows = await db
    .selectDistinct({ chain: whiteListEntry.chain })
    .from(whiteListEntry)
    .where(
      and(
        eq(whiteListEntry.organisationId, organisationId),
        lte(whiteListEntry.batchOn, on),
        or(isNull(whiteListEntry.endedOn), gte(whiteListEntry.endedOn, on)),
      ),
    )
  return rows.map(({ chain }) => chain).toSorted()
}

/** What criteria test, as it stands on a day. */
export async function readFacts(db: Database, organisationId: string, on: Day): Promise<Facts> {
  return factsOf(
    await readProfile(db, organisationId),
    await listWhiteListChains(db, organisationId, on),
    on,
  )
}

export function findOwnProfile({ actor, db }: Context<CompanyActor>): Promise<Profile> {
  return readProfile(db, actor.organisationId)
}

export function findOwnFacts({ actor, db, now }: Context<CompanyActor>): Promise<Facts> {
  return readFacts(db, actor.organisationId, dayOf(now))
}
