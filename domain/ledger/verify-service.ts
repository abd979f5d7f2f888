import { whyNotOfficial, type OfficialActor, type WhyNotOfficial } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { lockService } from './lock-service'
import { markService } from './mark-service'

/** A statistician verifies a row on evidence, with a note. */
export async function verifyService(
  context: Context<OfficialActor>,
  serviceId: string,
  note: string,
): Promise<Result<string, WhyNotOfficial | 'not-found' | 'wrong-state'>> {
  const no = whyNotOfficial(context.actor, 'statistician')
  if (no) return refused(no)
  return transact(context, async (tx) => {
    const row = await lockService(tx, context.actor, serviceId)
    if (!row) return refused('not-found')
    if (row.state === 'voided' || row.state === 'verified')
      return refused('wrong-state', { state: row.state })
    await markService(tx, context, row, 'verified', { words: note })
    await recordEvent(tx, context, 'service.verified', row.id, { companyId: row.companyId })
    return ok(row.id)
  })
}
