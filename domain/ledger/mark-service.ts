import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { service, serviceMark } from '@/db/schema'
import { isMember, type Context } from '../context'
import type { ServiceState } from './ledger'
import type { ServiceRow } from './service-row'

/** Adds a mark to a row of the ledger, which is locked, and moves its projected state with it. */
export async function markService(
  tx: Database,
  { actor, now }: Context,
  row: ServiceRow,
  state: ServiceState,
  said: { words?: string; rightAmountFen?: number | null } = {},
): Promise<void> {
  await tx.update(service).set({ state }).where(eq(service.id, row.id))
  await tx.insert(serviceMark).values({
    serviceId: row.id,
    state,
    at: now,
    memberId: isMember(actor) ? actor.memberId : null,
    words: said.words ?? null,
    rightAmountFen: said.rightAmountFen ?? null,
  })
}
