import { and, asc, eq, inArray, ne, or } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { introduction, need } from '@/db/schema'
import type { ClockActor, CompanyActor, FinancierActor } from '../actor'
import { liveStates } from './introduction'
import { lockNeed, type NeedRow } from '../need/lock-need'

export type IntroductionRow = typeof introduction.$inferSelect
export interface Talk {
  need: NeedRow
  introduction: IntroductionRow
}

type Side = CompanyActor | FinancierActor | ClockActor

function isOwnTalk(actor: Side, introductionId: string) {
  const side = actor.audience === 'company' ? introduction.companyId : introduction.financierId
  const isOwn = actor.audience === 'clock' ? undefined : eq(side, actor.organisationId)
  return and(eq(introduction.id, introductionId), isOwn)
}

/**
 * The need and then the introduction, locked: whoever goes on to an offer or a service locks it after them, so that no two wait for
 * each other. Of the actor's own side, or any for the clock; a stranger's is not found.
 */
export async function lockTalk(
  tx: Database,
  actor: Side,
  introductionId: string,
): Promise<Talk | undefined> {
  const [found] = await tx
    .select({ needId: introduction.needId })
    .from(introduction)
    .where(isOwnTalk(actor, introductionId))
  if (!found) return undefined
  const lockedNeed = await lockNeed(tx, found.needId)
  const [locked] = await tx
    .select()
    .from(introduction)
    .where(eq(introduction.id, introductionId))
    .for('no key update')
  return lockedNeed && locked ? { need: lockedNeed, introduction: locked } : undefined
}

/** The same with the other live talks of the two, needs before talks and each in order: what they share is decided once. */
export async function lockTalkOfTwo(
  tx: Database,
  actor: Side,
  introductionId: string,
): Promise<(Talk & { others: IntroductionRow[] }) | undefined> {
  const [own] = await tx.select().from(introduction).where(isOwnTalk(actor, introductionId))
  if (!own) return undefined
  const isLiveOfTwo = and(
    eq(introduction.companyId, own.companyId),
    eq(introduction.financierId, own.financierId),
    or(inArray(introduction.state, [...liveStates]), eq(introduction.id, own.id)),
  )
  const needs = tx.select({ id: introduction.needId }).from(introduction).where(isLiveOfTwo)
  await tx
    .select({ id: need.id })
    .from(need)
    .where(inArray(need.id, needs))
    .orderBy(asc(need.id))
    .for('no key update')
  const others = await tx
    .select()
    .from(introduction)
    .where(and(isLiveOfTwo, ne(introduction.id, own.id)))
    .orderBy(asc(introduction.id))
    .for('no key update')
  const talk = await lockTalk(tx, actor, introductionId)
  return talk && { ...talk, others }
}
