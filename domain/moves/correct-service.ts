import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { offer } from '@/db/schema'
import { dayOf } from '../calendar/calendar'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { drawnOf } from '../ledger/drawn-of'
import type { Talk } from '../introduction/lock-talk'
import { whyNotKeepLedger, type LedgerKeeper } from '../ledger/keep-ledger'
import type { RightRow } from '../ledger/ledger'
import type { ServiceRow } from '../ledger/service-row'
import { proposeVoid } from '../ledger/void-proposals'
import { writeService } from '../ledger/write-service'
import { refused, type Result } from '../result'
import {
  lockVoidableTalk,
  tellOfConfirmed,
  voidRow,
  waitsForSecond,
  type VoidServiceRefusal,
} from './void-service'

export type CorrectServiceRefusal =
  VoidServiceRefusal | 'already-there' | 'day-in-future' | 'over-granted'

/** Whether the drawings of a row's introduction come to more than its accepted offer granted. */
async function isOverGranted(tx: Database, { rung, introductionId, offerId }: ServiceRow) {
  if (rung !== 6 || introductionId === null || offerId === null) return false
  const [granted] = await tx
    .select({ fen: offer.amountFen })
    .from(offer)
    .where(eq(offer.id, offerId))
  return granted !== undefined && (await drawnOf(tx, introductionId)).fen > granted.fen
}

/** Voids a row and enters it anew: the new row, which is answered, names the one it corrects. */
export async function correctRow(
  tx: Database,
  context: Context,
  { row, talk }: { row: ServiceRow; talk: Talk | undefined },
  right: RightRow,
  why: string,
): Promise<Result<string, 'already-there' | 'over-granted'>> {
  // Entered first, so that the introduction of a last drawing never falls back to approved in between.
  const written = await writeService(tx, context, {
    organisationId: row.organisationId,
    financierId: row.financierId,
    rung: row.rung,
    class: row.class,
    contractNo: right.contractNo,
    contractKey: right.contractNo ?? row.contractKey,
    voucher: row.voucher,
    happenedOn: right.happenedOn,
    amountFen: right.amountFen,
    rateBp: row.rateBp,
    tenorMonths: row.tenorMonths,
    secures: row.secures,
    firstLoan: row.firstLoan,
    source: row.source,
    correctsId: row.id,
    asWere: {
      district: row.district,
      zone: row.zone,
      park: row.park,
      chains: row.chains,
      qualifications: row.qualifications,
      whiteListed: row.whiteListed,
    },
    ...(row.introductionId ? { introductionId: row.introductionId } : {}),
    ...(row.offerId ? { offerId: row.offerId } : {}),
  })
  if (!written.ok) return written
  await voidRow(tx, context, { row, talk }, why)
  if (await isOverGranted(tx, row)) return refused('over-granted')
  await recordEvent(tx, context, 'service.corrected', row.id, {
    companyId: row.companyId,
    facts: { newServiceId: written.value },
  })
  return written
}

/**
 * Voids a row and enters it anew, in one transaction. In a month that is published an official only proposes it, and the row itself
 * is answered.
 */
export async function correctService(
  context: Context<LedgerKeeper>,
  serviceId: string,
  right: RightRow,
  why: string,
): Promise<Result<string, CorrectServiceRefusal>> {
  const no = whyNotKeepLedger(context.actor)
  if (no) return refused(no)
  return transact<string, CorrectServiceRefusal>(context, async (tx) => {
    const found = await lockVoidableTalk(tx, context.actor, serviceId)
    if (!found.ok) return found
    if (right.happenedOn > dayOf(context.now)) return refused('day-in-future')
    const { row } = found.value
    if (await waitsForSecond(tx, context, row)) return proposeVoid(tx, context, row, why, right)
    const corrected = await correctRow(tx, context, found.value, right, why)
    if (!corrected.ok) return corrected
    await tellOfConfirmed(tx, context, row)
    return corrected
  })
}
