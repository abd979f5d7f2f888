import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation } from '@/db/schema'
import type { District, Zone } from '../place/place'

/** Locks an organisation's row, which is the lock of its whole profile. */
export async function lockOrganisation(tx: Database, organisationId: string): Promise<void> {
  await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
    .for('no key update')
}

/** The place that an organisation declares. */
export async function savePlace(
  tx: Database,
  organisationId: string,
  { district, zone }: { district: District | null; zone: Zone | null },
): Promise<void> {
  await tx.update(organisation).set({ district, zone }).where(eq(organisation.id, organisationId))
}
