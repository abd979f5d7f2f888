import { inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation, profile, qualification, whiteListEntry } from '@/db/schema'
import type { Day } from '../calendar/calendar'
import { validQualifications } from '../profile/profile'
import type { AsWere } from './service-row'

export type AsWereOn = (companyId: string, on: Day) => AsWere

const unknown: AsWere = {
  district: null,
  zone: null,
  chains: [],
  qualifications: [],
  whiteListed: false,
}
const AT_ONCE = 5_000

/** The facts of some companies, to be asked of any day; of one that is not there they are unknown. */
export async function readAsWere(tx: Database, companyIds: readonly string[]): Promise<AsWereOn> {
  const facts = new Map<string, (on: Day) => AsWere>()
  for (let start = 0; start < companyIds.length; start += AT_ONCE) {
    const ids = companyIds.slice(start, start + AT_ONCE)
    const places = await tx
      .select({ id: organisation.id, district: organisation.district, zone: organisation.zone })
      .from(organisation)
      .where(inArray(organisation.id, ids))
    const profiles = await tx
      .select({ id: profile.organisationId, chains: profile.chains })
      .from(profile)
      .where(inArray(profile.organisationId, ids))
    const certificates = await tx
      .select()
      .from(qualification)
      .where(inArray(qualification.organisationId, ids))
      .orderBy(qualification.validFrom, qualification.kind)
    const listed = await tx
      .select()
      .from(whiteListEntry)
      .where(inArray(whiteListEntry.organisationId, ids))
    const chainsOf = new Map(profiles.map(({ id, chains }) => [id, chains]))
    const certificatesOf = byCompany(certificates)
    const listedOf = byCompany(listed)
    for (const { id, district, zone } of places)
      facts.set(id, (on) => ({
        district,
        zone,
        chains: chainsOf.get(id) ?? [],
        qualifications: [
          ...new Set(
            validQualifications({ qualifications: certificatesOf.get(id) ?? [] }, on).map(
              ({ kind }) => kind,
            ),
          ),
        ],
        whiteListed: (listedOf.get(id) ?? []).some(
          ({ batchOn, endedOn }) => batchOn <= on && (!endedOn || endedOn >= on),
        ),
      }))
  }
  return (companyId, on) => facts.get(companyId)?.(on) ?? unknown
}

function byCompany<Row extends { organisationId: string }>(rows: readonly Row[]) {
  const found = new Map<string, Row[]>()
  for (const row of rows)
    found.set(row.organisationId, [...(found.get(row.organisationId) ?? []), row])
  return found
}
