import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { introduction, organisation, product } from '@/db/schema'
import { whyNotActAs, type CompanyActor, type FinancierActor, type WhyNotAct } from '../actor'
import { transact, type Context } from '../context'
import type { EventType } from '../event/event'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { dueOf, type IntroductionState } from './introduction'
import { lockTalk, type IntroductionRow } from './lock-talk'

export type MoveRefusal = WhyNotAct | 'not-found' | 'wrong-state' | 'other-suspended'

/** With a side that is suspended nothing goes on: it could not answer. It may be ended, and money paid is reported. */
export async function isOtherSuspended(
  tx: Database,
  actor: CompanyActor | FinancierActor,
  { companyId, financierId }: Pick<IntroductionRow, 'companyId' | 'financierId'>,
): Promise<boolean> {
  const [other] = await tx
    .select({ state: organisation.state })
    .from(organisation)
    .where(eq(organisation.id, actor.audience === 'company' ? financierId : companyId))
  return other?.state === 'suspended'
}

/** Enters a state: its moment, and when its clock runs out. */
export async function enterState(
  tx: Database,
  found: IntroductionRow,
  state: IntroductionState,
  now: Date,
  more: Partial<IntroductionRow> = {},
): Promise<void> {
  const [terms] = await tx
    .select({ decisionDays: product.decisionDays })
    .from(product)
    .where(eq(product.id, found.productId))
  const facts = { whiteListed: found.whiteListed, decisionDays: terms?.decisionDays ?? null }
  await tx
    .update(introduction)
    .set({ state, stateAt: now, dueAt: dueOf(state, now, facts), ...more })
    .where(and(eq(introduction.id, found.id), eq(introduction.state, found.state)))
}

/** What the verbs on one introduction share: who, whose, from which states, one change, one event. */
export async function moveIntroduction<Refusal extends string = never>(
  context: Context<CompanyActor> | Context<FinancierActor>,
  introductionId: string,
  move: {
    as: 'company' | 'financier'
    from: readonly IntroductionState[]
    event: EventType
    /** It ends, takes back or reports, which may be done while the other side is suspended. */
    alone?: true
    facts?: Record<string, string | number | boolean | null>
    whyNot?: (found: IntroductionRow) => Refusal | null
    run: (tx: Database, found: IntroductionRow) => Promise<Result<unknown, Refusal> | undefined>
  },
): Promise<Result<string, MoveRefusal | Refusal>> {
  const no = whyNotActAs(context.actor, move.as)
  if (no) return refused(no)
  return transact<string, MoveRefusal | Refusal>(context, async (tx) => {
    const talk = await lockTalk(tx, context.actor, introductionId)
    if (!talk) return refused('not-found')
    const { introduction: found } = talk
    if (!move.from.includes(found.state)) return refused('wrong-state', { state: found.state })
    if (!move.alone && (await isOtherSuspended(tx, context.actor, found)))
      return refused('other-suspended')
    const why = move.whyNot?.(found)
    if (why) return refused(why)
    const result = await move.run(tx, found)
    if (result && !result.ok) return result
    await recordEvent(tx, context, move.event, found.id, {
      companyId: found.companyId,
      ...(move.facts ? { facts: move.facts } : {}),
    })
    return ok(found.id)
  })
}
