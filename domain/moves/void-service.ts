import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { introduction, need } from '@/db/schema'
import {
  whyNotActAs,
  whyNotOfficial,
  type FinancierActor,
  type OfficialActor,
  type WhyNotAct,
  type WhyNotOfficial,
} from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { enterState } from '../introduction/move-introduction'
import { drawnOf } from '../ledger/drawn-of'
import { lockOwnService, lockServiceInScope } from '../ledger/lock-service'
import { markService, type ServiceRow } from '../ledger/mark-service'
import { endedNeedStates } from '../need/need'
import { ok, refused, type Result } from '../result'
import { endIntroductionRow } from './end-talk'

export type VoidServiceRefusal =
  WhyNotAct | WhyNotOfficial | 'not-found' | 'wrong-state' | 'no-longer-reported'
export type LedgerKeeper = FinancierActor | OfficialActor

/** Whether an actor may take a row out at all: its financier, or a statistician. */
export function whyNotKeepLedger(actor: Context['actor']): WhyNotAct | WhyNotOfficial | null {
  return actor.audience === 'official'
    ? whyNotOfficial(actor, 'statistician')
    : whyNotActAs(actor, 'financier')
}

/** The row an actor may void or correct, locked: a financier only while it is reported. */
export async function lockVoidable(
  tx: Database,
  actor: LedgerKeeper,
  serviceId: string,
): Promise<Result<ServiceRow, VoidServiceRefusal>> {
  const row =
    actor.audience === 'official'
      ? await lockServiceInScope(tx, actor, serviceId)
      : await lockOwnService(tx, actor, serviceId)
  if (!row) return refused('not-found')
  if (row.state === 'voided') return refused('wrong-state', { state: row.state })
  if (actor.audience === 'financier' && row.state !== 'reported')
    return refused('no-longer-reported')
  return ok(row)
}

/**
 * Marks a row voided; when it was the last drawing of an introduction, that is approved again and holds a place, or ends
 * where its need has ended.
 */
export async function voidRow(
  tx: Database,
  context: Context,
  row: ServiceRow,
  why: string,
): Promise<void> {
  await markService(tx, context, row, 'voided', { words: why })
  if (row.rung !== 6 || !row.introductionId) return
  // Locked before counting: a drawing that is being reported waits, or is counted.
  const [drawn] = await tx
    .select()
    .from(introduction)
    .where(and(eq(introduction.id, row.introductionId), eq(introduction.state, 'drawn')))
    .for('no key update')
  if (!drawn) return
  const left = await drawnOf(tx, drawn.id)
  if (left.drawings > 0) return
  const [wanted] = await tx
    .select({ state: need.state })
    .from(need)
    .where(eq(need.id, drawn.needId))
  // Whoever ended the need ended what was not drawn; now this is not drawn.
  if (wanted && endedNeedStates.includes(wanted.state))
    await endIntroductionRow(tx, drawn.id, 'drawn', context.now, { ending: 'need-ended' })
  else await enterState(tx, drawn, 'approved', context.now, { drawnAt: null })
}

/** Takes a row out of the ledger by a later entry that names it, and says why. Nothing is deleted. */
export async function voidService(
  context: Context<LedgerKeeper>,
  serviceId: string,
  why: string,
): Promise<Result<string, VoidServiceRefusal>> {
  const no = whyNotKeepLedger(context.actor)
  if (no) return refused(no)
  return transact<string, VoidServiceRefusal>(context, async (tx) => {
    const found = await lockVoidable(tx, context.actor, serviceId)
    if (!found.ok) return found
    await voidRow(tx, context, found.value, why)
    await recordEvent(tx, context, 'service.voided', serviceId, {
      companyId: found.value.companyId,
    })
    return ok(serviceId)
  })
}
