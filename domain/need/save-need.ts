import { and, eq } from 'drizzle-orm'
import { need } from '@/db/schema'
import { whyNotActAs, type CompanyActor, type WhyNotAct } from '../actor'
import { dayOf } from '../calendar/calendar'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { lockOwnNeed } from './lock-need'
import type { SaveNeedStep } from './need'

export type SaveNeedRefusal =
  WhyNotAct | 'not-found' | 'wrong-state' | 'edited-elsewhere' | 'wanted-by-past'

/**
 * Keeps one step of a draft. `savedAt` is the moment the page showed (milliseconds): a draft saved since then in
 * another tab is not overwritten.
 */
export async function saveNeed(
  context: Context<CompanyActor>,
  needId: string,
  input: SaveNeedStep,
  savedAt: number | null = null,
): Promise<Result<string, SaveNeedRefusal>> {
  const no = whyNotActAs(context.actor, 'company', ['applied'])
  if (no) return refused(no)
  if (input.step === 'cost' && input.values.wantedBy < dayOf(context.now))
    return refused('wanted-by-past')
  return transact(context, async (tx) => {
    const own = await lockOwnNeed(tx, context.actor, needId)
    if (!own) return refused('not-found')
    if (own.state !== 'draft' && own.state !== 'returned') return refused('wrong-state')
    if (savedAt !== null && own.savedAt.getTime() > savedAt)
      return refused('edited-elsewhere', { savedAt: own.savedAt.getTime() })
    await tx
      .update(need)
      .set({
        ...input.values,
        stepsDone: [...new Set([...own.stepsDone, input.step])],
        savedAt: context.now,
      })
      .where(and(eq(need.id, needId), eq(need.state, own.state)))
    await recordEvent(tx, context, 'need.saved', needId, {
      companyId: own.organisationId,
      facts: { step: input.step },
    })
    return ok(needId)
  })
}
