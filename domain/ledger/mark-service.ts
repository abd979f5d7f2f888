import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { service, serviceMark } from '@/db/schema'
import { isMember, type Context } from '../context'
import type { ServiceState } from './ledger'
import type { ServiceRow } from './service-row'

/**
 * Adds a mark to a row of the ledger and moves its projected state with it. Answers false when somebody else marked
 * it first.
 */
export async function markService(
  tx: Database,
  { actor, now }: Context,
  row: ServiceRow,
  state: ServiceState,
  said: { words?: string; rightAmountFen?: number | null } = {},
): Promise<boolean> {
  const moved = await tx
    .update(service)
    .set({ state })
    .where(and(eq(service.id, row.id), eq(service.state, row.state)))
    .returning({ id: service.id })
  if (moved.length === 0) return false
  await tx.insert(serviceMark).values({
    serviceId: row.id,
    state,
    at: now,
    memberId: isMember(actor) ? actor.memberId : null,
    words: said.words ?? null,
    rightAmountFen: said.rightAmountFen ?? null,
  })
  return true
}
