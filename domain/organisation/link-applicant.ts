import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation } from '@/db/schema'

type Organisation = typeof organisation.$inferSelect

/** An application becomes the organisation itself where nobody holds its code. */
export async function admitAsItIs(
  tx: Database,
  applicant: Organisation,
  evidence: string,
  now: Date,
): Promise<void> {
  await tx
    .update(organisation)
    .set({
      state: 'admitted',
      stateReason: null,
      admittedOn: evidence,
      admittedAt: now,
      version: applicant.version + 1,
    })
    .where(eq(organisation.id, applicant.id))
}

/** The known organisation takes the name and place that were applied with. */
export async function admitKnown(
  tx: Database,
  known: Organisation,
  applicant: Organisation,
  evidence: string,
  now: Date,
): Promise<void> {
  const { name, financierKind, district, zone, appliedAt } = applicant
  await tx
    .update(organisation)
    .set({
      name,
      financierKind,
      district,
      zone,
      appliedAt,
      state: 'admitted',
      stateReason: null,
      admittedOn: evidence,
      priorName: known.name,
      admittedAt: now,
      version: known.version + 1,
    })
    .where(eq(organisation.id, known.id))
}

/** An application whose rows are another organisation's is no row any more. */
export async function dropApplicant(tx: Database, applicantId: string): Promise<void> {
  await tx.delete(organisation).where(eq(organisation.id, applicantId))
}

/** An organisation that was admitted is known only, under the name that it had before, which is answered. */
export async function makeKnownAgain(
  tx: Database,
  { id, version, name, priorName }: Organisation,
): Promise<string> {
  const before = priorName ?? name
  await tx
    .update(organisation)
    .set({
      name: before,
      state: 'known',
      stateReason: null,
      admittedOn: null,
      priorName: null,
      district: null,
      zone: null,
      appliedAt: null,
      admittedAt: null,
      suspendedAt: null,
      version: version + 1,
    })
    .where(eq(organisation.id, id))
  return before
}
