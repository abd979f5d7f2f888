import { whyNotOfficial, type OfficialActor, type WhyNotOfficial } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { lockService } from './lock-service'
import { decideProposal, lockProposal } from './void-proposals'

/** What was proposed of a row is not done: another declines it, or whoever proposed it takes it back. */
export async function declineVoid(
  context: Context<OfficialActor>,
  serviceId: string,
): Promise<Result<string, WhyNotOfficial | 'not-found' | 'wrong-state' | 'nothing-proposed'>> {
  const no = whyNotOfficial(context.actor, 'statistician')
  if (no) return refused(no)
  return transact(context, async (tx) => {
    const row = await lockService(tx, context.actor, serviceId)
    if (!row) return refused('not-found')
    if (row.state === 'voided') return refused('wrong-state', { state: row.state })
    const proposal = await lockProposal(tx, serviceId)
    if (!proposal) return refused('nothing-proposed')
    await decideProposal(tx, context, proposal, false)
    await recordEvent(tx, context, 'service.void-declined', row.id, { companyId: row.companyId })
    return ok(row.id)
  })
}
