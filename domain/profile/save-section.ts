import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { profile, profileYear, qualification } from '@/db/schema'
import { newId } from '../id'
import type { SaveProfileInput, SectionInput } from './profile'

async function saveAccounts(
  tx: Database,
  organisationId: string,
  values: SectionInput<'accounts'>,
) {
  await tx.delete(profileYear).where(eq(profileYear.organisationId, organisationId))
  const years = values.years.filter(
    ({ revenueFen, profitFen, rdSpendFen }) =>
      revenueFen !== null || profitFen !== null || rdSpendFen !== null,
  )
  if (years.length > 0)
    await tx.insert(profileYear).values(years.map((figures) => ({ organisationId, ...figures })))
  return { debtRatioBp: values.debtRatioBp, debtRatioYear: values.debtRatioYear }
}

async function saveProperty(
  tx: Database,
  organisationId: string,
  values: SectionInput<'property'>,
) {
  const { qualifications, ...columns } = values
  await tx.delete(qualification).where(eq(qualification.organisationId, organisationId))
  if (qualifications.length > 0) {
    await tx
      .insert(qualification)
      .values(
        qualifications.map((certificate) => ({ id: newId(), organisationId, ...certificate })),
      )
  }
  return { ...columns, certificatesKnown: true }
}

async function columnsOf(tx: Database, organisationId: string, input: SaveProfileInput) {
  switch (input.section) {
    case 'place':
      return { park: input.values.park }
    case 'accounts':
      return saveAccounts(tx, organisationId, input.values)
    case 'property':
      return saveProperty(tx, organisationId, input.values)
    default:
      return input.values
  }
}

/** Writes one section of a profile. The place itself is the organisation's. */
export async function saveSection(
  tx: Database,
  organisationId: string,
  input: SaveProfileInput,
  now: Date,
): Promise<void> {
  const saved = { ...(await columnsOf(tx, organisationId, input)), savedAt: now }
  await tx
    .insert(profile)
    .values({ organisationId, ...saved })
    .onConflictDoUpdate({ target: profile.organisationId, set: saved })
}
