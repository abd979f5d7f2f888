import { inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { datedProfile, qualification, whiteListEntry } from '@/db/schema'
import type { Day } from '../calendar/calendar'
import { validQualifications } from '../profile/profile'
import type { AsWere } from './service-row'

export type AsWereOn = (companyId: string, on: Day) => AsWere

const AT_ONCE = 5_000
const nowhere = { district: null, zone: null, park: null, chains: [] }

/**
 * The facts of some companies, to be asked of any day. Where a company was is known from the first day it said so; of an earlier
 * one that first word is taken.
 */
export async function readAsWere(tx: Database, companyIds: readonly string[]): Promise<AsWereOn> {
  const facts = new Map<string, (on: Day) => AsWere>()
  for (let start = 0; start < companyIds.length; start += AT_ONCE) {
    const ids = companyIds.slice(start, start + AT_ONCE)
    const dated = await tx
      .select()
      .from(datedProfile)
      .where(inArray(datedProfile.organisationId, ids))
      .orderBy(datedProfile.since)
    const certificates = await tx
      .select()
      .from(qualification)
      .where(inArray(qualification.organisationId, ids))
      .orderBy(qualification.validFrom, qualification.kind)
    const listed = await tx
      .select()
      .from(whiteListEntry)
      .where(inArray(whiteListEntry.organisationId, ids))
    const datedOf = byCompany(dated)
    const certificatesOf = byCompany(certificates)
    const listedOf = byCompany(listed)
    for (const id of ids) {
      const known = { qualifications: certificatesOf.get(id) ?? [] }
      facts.set(id, (on) => {
        const all = datedOf.get(id) ?? []
        const { district, zone, park, chains } =
          all.findLast(({ since }) => since <= on) ?? all[0] ?? nowhere
        const valid = validQualifications(known, on).map(({ kind }) => kind)
        return {
          district,
          zone,
          park,
          chains,
          qualifications: [...new Set(valid)],
          whiteListed: (listedOf.get(id) ?? []).some(
            ({ batchOn, endedOn }) => batchOn <= on && (!endedOn || endedOn >= on),
          ),
        }
      })
    }
  }
  return (companyId, on) => {
    const read = facts.get(companyId)
    if (!read) throw new Error(`company ${companyId} was not read`)
    return read(on)
  }
}

function byCompany<Row extends { organisationId: string }>(rows: readonly Row[]) {
  const found = new Map<string, Row[]>()
  for (const row of rows)
    found.set(row.organisationId, [...(found.get(row.organisationId) ?? []), row])
  return found
}
