import type { Database } from '@/db/client'
import { profile } from '@/db/schema'
import { emptyProfile } from './profile'

/** Begins a company's profile with who is to be asked for; one that is there stays. */
export async function startProfile(
  tx: Database,
  organisationId: string,
  contact: { name: string; phone: string | null },
  now: Date,
): Promise<void> {
  const {
    years: _years,
    qualifications: _certificates,
    district: _d,
    zone: _z,
    ...columns
  } = emptyProfile
  await tx
    .insert(profile)
    .values({
      ...columns,
      organisationId,
      contactName: contact.name,
      contactPhone: contact.phone,
      savedAt: now,
    })
    .onConflictDoNothing()
}
