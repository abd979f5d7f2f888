import { need } from '@/db/schema'
import { whyNotActAs, type CompanyActor, type WhyNotAct } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { freshCode } from '../fresh-code'
import { newId } from '../id'
import { ok, refused, type Result } from '../result'
import { lockOwnNeed } from './lock-need'
import { hasEnded, needSteps, termsOf } from './need'

/** Starts a draft from an ended need, with its terms; the day it is wanted by is asked anew. */
export async function copyNeed(
  context: Context<CompanyActor>,
  needId: string,
): Promise<Result<string, WhyNotAct | 'not-found' | 'wrong-state'>> {
  const no = whyNotActAs(context.actor, 'company', ['applied'])
  if (no) return refused(no)
  const { organisationId } = context.actor
  return transact(context, async (tx) => {
    const ended = await lockOwnNeed(tx, context.actor, needId)
    if (!ended) return refused('not-found')
    if (!hasEnded(ended.state)) return refused('wrong-state')
    const id = newId()
    await tx.insert(need).values({
      ...termsOf(ended),
      id,
      code: await freshCode(tx, 'need', context.now),
      organisationId,
      state: 'draft',
      wantedBy: null,
      stepsDone: needSteps.filter((step) => step !== 'cost'),
      copiedFromId: ended.id,
      createdAt: context.now,
      savedAt: context.now,
    })
    await recordEvent(tx, context, 'need.copied', id, { companyId: organisationId })
    return ok(id)
  })
}
