import { whyNotOfficial, type OfficialActor } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import type { KeepLedgerRefusal } from '../ledger/keep-ledger'
import { decideProposal, lockProposal } from '../ledger/void-proposals'
import { ok, refused, type Result } from '../result'
import { correctRow } from './correct-service'
import { lockVoidableTalk, voidRow } from './void-service'

export type AgreeVoidRefusal =
  KeepLedgerRefusal | 'nothing-proposed' | 'second-official' | 'already-there' | 'over-granted'

/**
 * A second statistician agrees that a row of a published month is taken out, or entered anew. What was published stays: the ledger
 * of today tells of it, and a revision may.
 */
export async function agreeVoid(
  context: Context<OfficialActor>,
  serviceId: string,
): Promise<Result<string, AgreeVoidRefusal>> {
  const { actor } = context
  const no = whyNotOfficial(actor, 'statistician')
  if (no) return refused(no)
  return transact<string, AgreeVoidRefusal>(context, async (tx) => {
    const found = await lockVoidableTalk(tx, actor, serviceId)
    if (!found.ok) return found
    const proposal = await lockProposal(tx, serviceId)
    if (!proposal) return refused('nothing-proposed')
    if (proposal.proposedByMemberId === actor.memberId) return refused('second-official')
    await decideProposal(tx, context, proposal, true)
    const { why, right } = proposal
    if (right) return correctRow(tx, context, found.value, right, why)
    await voidRow(tx, context, found.value, why)
    await recordEvent(tx, context, 'service.voided', serviceId, {
      companyId: found.value.row.companyId,
    })
    return ok(serviceId)
  })
}
