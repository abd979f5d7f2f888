import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { service } from '@/db/schema'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { lockTalk, type Talk } from '../introduction/lock-talk'
import { enterState } from '../introduction/move-introduction'
import { drawnOf } from '../ledger/drawn-of'
import {
  lockVoidable,
  whyNotKeepLedger,
  type KeepLedgerRefusal,
  type LedgerKeeper,
} from '../ledger/keep-ledger'
import { markService } from '../ledger/mark-service'
import { proposeVoid } from '../ledger/void-proposals'
import { isServiceOf } from '../ledger/service-of'
import type { ServiceRow } from '../ledger/service-row'
import { hasEnded } from '../need/need'
import { findPublicationOf } from '../publication/queries'
import { ok, refused, type Result } from '../result'
import { endTalk } from './end-talk'

export type VoidServiceRefusal = KeepLedgerRefusal | 'void-waits'

/**
 * The row an actor may take out, locked after the talk that it came about in: a drawing that is being reported waits, or is
 * counted.
 */
export async function lockVoidableTalk(
  tx: Database,
  actor: LedgerKeeper,
  serviceId: string,
): Promise<Result<{ row: ServiceRow; talk: Talk | undefined }, KeepLedgerRefusal>> {
  const [found] = await tx
    .select({ introductionId: service.introductionId })
    .from(service)
    .where(and(eq(service.id, serviceId), isServiceOf(actor)))
  const talk = found?.introductionId
    ? await lockTalk(tx, { audience: 'clock' }, found.introductionId)
    : undefined
  const row = await lockVoidable(tx, actor, serviceId)
  return row.ok ? ok({ row: row.value, talk }) : row
}

/**
 * Marks a row voided; when it was the last drawing of a talk, that is approved again and holds a seat, or ends where its need
 * has ended.
 */
export async function voidRow(
  tx: Database,
  context: Context,
  { row, talk }: { row: ServiceRow; talk: Talk | undefined },
  why: string,
): Promise<void> {
  await markService(tx, context, row, 'voided', { words: why })
  if (row.rung !== 6 || talk?.introduction.state !== 'drawn') return
  const { introduction: drawn, need } = talk
  const left = await drawnOf(tx, drawn.id)
  if (left.drawings > 0) return
  // Whoever ended the need ended what was not drawn; now this is not drawn.
  if (hasEnded(need.state)) await endTalk(tx, drawn, context.now, { ending: 'need-ended' })
  else await enterState(tx, drawn, 'approved', context.now, { drawnAt: null })
}

/** Grants and drawings of a month that is published: one official alone takes nothing out of it. */
export async function waitsForSecond(
  tx: Database,
  { actor }: Context,
  { rung, month }: ServiceRow,
): Promise<boolean> {
  if (actor.audience !== 'official' || rung === 4) return false
  return (await findPublicationOf(tx, month)) !== null
}

/** A second official is told of what one took out although its company had confirmed it. */
export async function tellOfConfirmed(tx: Database, context: Context, row: ServiceRow) {
  if (context.actor.audience === 'official' && row.state === 'confirmed')
    await recordEvent(tx, context, 'service.void-told', row.id, { companyId: row.companyId })
}

/**
 * Takes a row out of the ledger by a later entry that names it, and says why. Nothing is deleted. In a month that is published an
 * official only proposes it.
 */
export async function voidService(
  context: Context<LedgerKeeper>,
  serviceId: string,
  why: string,
): Promise<Result<string, VoidServiceRefusal>> {
  const no = whyNotKeepLedger(context.actor)
  if (no) return refused(no)
  return transact<string, VoidServiceRefusal>(context, async (tx) => {
    const found = await lockVoidableTalk(tx, context.actor, serviceId)
    if (!found.ok) return found
    const { row } = found.value
    if (await waitsForSecond(tx, context, row)) return proposeVoid(tx, context, row, why, null)
    await voidRow(tx, context, found.value, why)
    await recordEvent(tx, context, 'service.voided', serviceId, { companyId: row.companyId })
    await tellOfConfirmed(tx, context, row)
    return ok(serviceId)
  })
}
