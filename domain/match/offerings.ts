import { and, eq } from 'drizzle-orm'
import { isAmong } from '@/db/among'
import type { Database } from '@/db/client'
import { organisation, product } from '@/db/schema'
import type { Day } from '../calendar/calendar'
import { isOnOffer } from '../product/on-offer'
import { listCandidateProducts } from './catalogue'
import type { JudgedNeed } from './match'

/** Those of some products that are on offer, whole and with whose each is, in the order of their ids. */
export function listOfferings(db: Database, among: readonly string[]) {
  return db
    .select({
      product,
      financierName: organisation.name,
      financierKind: organisation.financierKind,
    })
    .from(product)
    .innerJoin(organisation, eq(organisation.id, product.financierId))
    .where(and(isAmong(product.id, among), isOnOffer()))
    .orderBy(product.id)
}

export type Offering = Awaited<ReturnType<typeof listOfferings>>[number]

/** The few that a need can be eligible for: what is in the way of the others is not asked. */
export async function listCandidateOfferings(
  db: Database,
  need: JudgedNeed,
  today: Day,
): Promise<Offering[]> {
  return listOfferings(db, await listCandidateProducts(db, need, today))
}
