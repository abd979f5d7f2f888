import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { introduction } from '@/db/schema'
import type { ClockActor, CompanyActor, FinancierActor } from '../actor'
import { lockNeed, type NeedRow } from '../need/lock-need'

export type IntroductionRow = typeof introduction.$inferSelect
export interface Talk {
  need: NeedRow
  introduction: IntroductionRow
}

/**
 * The need and then the introduction, locked: whoever goes on to an offer or a service locks it after them, so that no two wait for
 * each other. Of the actor's own side, or any for the clock; a stranger's is not found.
 */
export async function lockTalk(
  tx: Database,
  actor: CompanyActor | FinancierActor | ClockActor,
  introductionId: string,
): Promise<Talk | undefined> {
  const side = actor.audience === 'company' ? introduction.companyId : introduction.financierId
  const isOwn = actor.audience === 'clock' ? undefined : eq(side, actor.organisationId)
  const [found] = await tx
    .select({ needId: introduction.needId })
    .from(introduction)
    .where(and(eq(introduction.id, introductionId), isOwn))
  if (!found) return undefined
  const lockedNeed = await lockNeed(tx, found.needId)
  const [locked] = await tx
    .select()
    .from(introduction)
    .where(eq(introduction.id, introductionId))
    .for('no key update')
  return lockedNeed && locked ? { need: lockedNeed, introduction: locked } : undefined
}
