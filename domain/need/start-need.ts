import { need } from '@/db/schema'
import { whyNotActAs, type CompanyActor, type WhyNotAct } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { freshCode } from '../fresh-code'
import { newId } from '../id'
import { ok, refused, type Result } from '../result'

/** Opens a draft, which only its company sees. */
export async function startNeed(
  context: Context<CompanyActor>,
): Promise<Result<string, WhyNotAct>> {
  const no = whyNotActAs(context.actor, 'company', ['applied'])
  if (no) return refused(no)
  const { organisationId } = context.actor
  return transact(context, async (tx) => {
    const id = newId()
    await tx.insert(need).values({
      id,
      code: await freshCode(tx, 'need', context.now),
      organisationId,
      state: 'draft',
      createdAt: context.now,
      savedAt: context.now,
    })
    await recordEvent(tx, context, 'need.started', id, { companyId: organisationId })
    return ok(id)
  })
}
