import { and, eq } from 'drizzle-orm'
import { need } from '@/db/schema'
import { whyNotActAs, type CompanyActor, type WhyNotAct } from '../actor'
import { dayOf, type Day } from '../calendar/calendar'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { lockOwnNeed } from './lock-need'
import { termsOf, type NeedStep, type NeedTerms, type SaveNeedStep } from './need'

export type SaveNeedRefusal =
  WhyNotAct | 'not-found' | 'wrong-state' | 'edited-elsewhere' | 'wanted-by-past'

/** What is typed of a step so far: kept by itself, and the step is not done by it. */
interface TypedStep {
  step: NeedStep
  typed: Partial<NeedTerms>
}

/** The terms with what is typed of a step, less what does not hold together yet. */
function withTyped(own: NeedTerms, typed: Partial<NeedTerms>, today: Day): NeedTerms {
  const terms = { ...own, ...typed }
  const most = terms.amountFen ?? 0
  if (terms.leastFen !== null && terms.leastFen > most) terms.leastFen = null
  if (!terms.inParts || terms.partFen === null || terms.partFen > most) {
    terms.inParts = false
    terms.partFen = null
  }
  if (terms.wantedBy !== null && terms.wantedBy < today) terms.wantedBy = own.wantedBy
  return terms
}

/**
 * Keeps one step of a draft, or what is typed of it so far: that does no step and leaves no event. `savedAt` is the moment the
 * page showed (milliseconds): a draft saved since then in another tab is not overwritten.
 */
export async function saveNeed(
  context: Context<CompanyActor>,
  needId: string,
  input: SaveNeedStep | TypedStep,
  savedAt: number | null = null,
): Promise<Result<string, SaveNeedRefusal>> {
  const no = whyNotActAs(context.actor, 'company', ['applied'])
  if (no) return refused(no)
  const today = dayOf(context.now)
  if ('values' in input && input.step === 'cost' && input.values.wantedBy < today)
    return refused('wanted-by-past')
  return transact(context, async (tx) => {
    const own = await lockOwnNeed(tx, context.actor, needId)
    if (!own) return refused('not-found')
    if (own.state !== 'draft' && own.state !== 'returned') return refused('wrong-state')
    if (savedAt !== null && own.savedAt.getTime() > savedAt)
      return refused('edited-elsewhere', { savedAt: own.savedAt.getTime() })
    const change =
      'typed' in input
        ? changeTyped(own, input.typed, today)
        : { ...input.values, stepsDone: [...new Set([...own.stepsDone, input.step])] }
    if (change === null) return ok(needId)
    await tx
      .update(need)
      .set({ ...change, savedAt: context.now })
      .where(and(eq(need.id, needId), eq(need.state, own.state)))
    if ('values' in input)
      await recordEvent(tx, context, 'need.saved', needId, {
        companyId: own.organisationId,
        facts: { step: input.step },
      })
    return ok(needId)
  })
}

/** The terms as typed, or null where nothing is other than it was kept. */
function changeTyped(own: NeedTerms, typed: Partial<NeedTerms>, today: Day): NeedTerms | null {
  const before = termsOf(own)
  const terms = withTyped(before, typed, today)
  return JSON.stringify(terms) === JSON.stringify(before) ? null : terms
}
