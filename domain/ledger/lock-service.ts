import { and, eq, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { service } from '@/db/schema'
import type { ClockActor, MemberActor } from '../actor'
import { isServiceOf } from './service-of'
import type { ServiceRow } from './service-row'

/** A row of the ledger, locked: one that the actor may speak of, or any for the clock. */
export async function lockService(
  tx: Database,
  actor: MemberActor | ClockActor,
  serviceId: string,
): Promise<ServiceRow | undefined> {
  const isOwn: SQL | undefined = actor.audience === 'clock' ? undefined : isServiceOf(actor)
  const [row] = await tx
    .select()
    .from(service)
    .where(and(eq(service.id, serviceId), isOwn))
    .for('no key update')
  return row
}
