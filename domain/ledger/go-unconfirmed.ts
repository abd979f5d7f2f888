import { whyNotClock } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { lockService } from './lock-service'
import { markService } from './mark-service'

/** In silence a reported service becomes unconfirmed, never confirmed; the company may still answer. */
export async function goUnconfirmed(
  context: Context,
  serviceId: string,
): Promise<Result<string, 'wrong-audience' | 'not-found' | 'wrong-state'>> {
  const no = whyNotClock(context.actor)
  if (no) return refused(no)
  return transact(context, async (tx) => {
    const row = await lockService(tx, { audience: 'clock' }, serviceId)
    if (!row) return refused('not-found')
    const isDue = row.confirmDueAt !== null && row.confirmDueAt <= context.now
    if (row.state !== 'reported' || !isDue) return refused('wrong-state', { state: row.state })
    await markService(tx, context, row, 'unconfirmed')
    await recordEvent(tx, context, 'service.went-unconfirmed', row.id, { companyId: row.companyId })
    return ok(row.id)
  })
}
