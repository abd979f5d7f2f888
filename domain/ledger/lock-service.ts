import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { service } from '@/db/schema'
import type { FinancierActor, OfficialActor } from '../actor'
import { inScope } from '../organisation/scope'

/** A row of the ledger in the official's places, locked. */
export async function lockServiceInScope(tx: Database, actor: OfficialActor, serviceId: string) {
  const place = { district: service.district, zone: service.zone }
  const [row] = await tx
    .select()
    .from(service)
    .where(and(eq(service.id, serviceId), inScope(actor.scope, place)))
    .for('no key update')
  return row
}

/** A row that the financier itself reported, locked. */
export async function lockOwnService(tx: Database, actor: FinancierActor, serviceId: string) {
  const [row] = await tx
    .select()
    .from(service)
    .where(and(eq(service.id, serviceId), eq(service.financierId, actor.organisationId)))
    .for('no key update')
  return row
}
