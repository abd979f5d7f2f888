import { eq } from 'drizzle-orm'
import { need } from '@/db/schema'
import { whyNotActAs, type CompanyActor, type WhyNotAct } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { lockOwnNeed } from './lock-need'

/** Throws a draft away; nobody but its company ever saw it. */
export async function discardNeed(
  context: Context<CompanyActor>,
  needId: string,
): Promise<Result<string, WhyNotAct | 'not-found' | 'wrong-state'>> {
  const no = whyNotActAs(context.actor, 'company', ['applied'])
  if (no) return refused(no)
  return transact(context, async (tx) => {
    const own = await lockOwnNeed(tx, context.actor, needId)
    if (!own) return refused('not-found')
    if (own.state !== 'draft' && own.state !== 'returned') return refused('wrong-state')
    await tx.delete(need).where(eq(need.id, needId))
    await recordEvent(tx, context, 'need.discarded', needId, { companyId: own.organisationId })
    return ok(needId)
  })
}
