import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation } from '@/db/schema'
import type { Context } from '../context'
import { ok, refused, type Result } from '../result'
import { readAsWere } from './as-were'
import { insertServices } from './insert-services'
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
 * it corrects a row that has them; `isFurther` where whoever sends it says that it is a drawing besides one that is alike.
 */
export async function writeService(
  tx: Database,
  context: Context,
  {
    organisationId,
    financierId,
    asWere,
    isFurther = false,
    ...told
  }: NewService & {
    organisationId: string
    financierId: string
    asWere?: AsWere
    isFurther?: boolean
  },
): Promise<Result<string, 'already-there'>> {
  const parties = await readParties(tx, organisationId, financierId)
  const facts = asWere ?? (await readAsWere(tx, [organisationId]))(organisationId, told.happenedOn)
  const row = serviceRowOf(told, parties, facts, entryOf(context))
  const [written] = await insertServices(tx, [row], { isFurther })
  return written ? ok(written) : refused('already-there')
}
