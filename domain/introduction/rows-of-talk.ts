import { and, asc, desc, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { offer, service } from '@/db/schema'

/** What both sides read of a drawing: not the company's place and standing, which the ledger keeps for itself. */
const drawing = {
  id: service.id,
  contractNo: service.contractNo,
  happenedOn: service.happenedOn,
  amountFen: service.amountFen,
  rateBp: service.rateBp,
  tenorMonths: service.tenorMonths,
  secures: service.secures,
  state: service.state,
  recordedAt: service.recordedAt,
  confirmDueAt: service.confirmDueAt,
}

export function listDrawings(db: Database, introductionId: string) {
  return db
    .select(drawing)
    .from(service)
    .where(and(eq(service.introductionId, introductionId), eq(service.rung, 6)))
    .orderBy(asc(service.happenedOn), asc(service.id))
}

export function listOffers(db: Database, introductionId: string) {
  return db
    .select()
    .from(offer)
    .where(eq(offer.introductionId, introductionId))
    .orderBy(desc(offer.createdAt), desc(offer.id))
}
