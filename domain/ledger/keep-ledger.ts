import type { Database } from '@/db/client'
import {
  whyNotActAs,
  whyNotOfficial,
  type FinancierActor,
  type OfficialActor,
  type WhyNotAct,
  type WhyNotOfficial,
} from '../actor'
import type { Context } from '../context'
import { ok, refused, type Result } from '../result'
import { lockService } from './lock-service'
import type { ServiceRow } from './service-row'

export type LedgerKeeper = FinancierActor | OfficialActor
export type KeepLedgerRefusal =
  WhyNotAct | WhyNotOfficial | 'not-found' | 'wrong-state' | 'no-longer-reported'

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
): Promise<Result<ServiceRow, KeepLedgerRefusal>> {
  const row = await lockService(tx, actor, serviceId)
  if (!row) return refused('not-found')
  if (row.state === 'voided') return refused('wrong-state', { state: row.state })
  if (actor.audience === 'financier' && row.state !== 'reported')
    return refused('no-longer-reported')
  return ok(row)
}
