import { eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation, service } from '@/db/schema'
import type { Context } from '../context'
import { ok, refused, type Result } from '../result'
import { readAsWere } from './as-were'
import { entryOf, serviceRowOf, type AsWere, type NewService } from './service-row'

/** The two sides of a service, as the ledger knows them. */
async function readParties(tx: Database, organisationId: string, financierId: string) {
  const [company] = await tx
    .select({ id: organisation.id, parentId: organisation.parentId })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
  const [financier] = await tx
    .select({ id: organisation.id, kind: organisation.financierKind })
    .from(organisation)
    .where(eq(organisation.id, financierId))
  if (!company || !financier?.kind) throw new Error('a service needs a company and a financier')
  return { company, financier: { id: financier.id, kind: financier.kind } }
}

/**
 * Adds one row to the ledger, with place, chains, certificates and white-list standing as they were that day; `asWere` where
 * it corrects a row that has them.
 */
export async function writeService(
  tx: Database,
  context: Context,
  {
    organisationId,
    financierId,
    asWere,
    ...told
  }: NewService & { organisationId: string; financierId: string; asWere?: AsWere },
): Promise<Result<string, 'already-there'>> {
  const parties = await readParties(tx, organisationId, financierId)
  const facts = asWere ?? (await readAsWere(tx, [organisationId]))(organisationId, told.happenedOn)
  const [written] = await tx
    .insert(service)
    .values(serviceRowOf(told, parties, facts, entryOf(context)))
    .onConflictDoNothing({
      target: [
        service.financierId,
        service.contractKey,
        service.rung,
        service.happenedOn,
        service.amountFen,
      ],
      where: sql`state <> 'voided'`,
    })
    .returning({ id: service.id })
  return written ? ok(written.id) : refused('already-there')
}
