import { whyNotActAs, type CompanyActor, type WhyNotAct } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { lockService } from './lock-service'
import { markService } from './mark-service'

export type AnswerServiceRefusal = WhyNotAct | 'not-found' | 'wrong-state'

/** What confirming and disputing share: the company's word on a row that tells of it. */
export async function answerService(
  context: Context<CompanyActor>,
  serviceId: string,
  answer: { state: 'confirmed' | 'disputed'; words?: string; rightAmountFen?: number | null },
): Promise<Result<string, AnswerServiceRefusal>> {
  const no = whyNotActAs(context.actor, 'company')
  if (no) return refused(no)
  return transact(context, async (tx) => {
    const row = await lockService(tx, context.actor, serviceId)
    if (!row) return refused('not-found')
    if (row.state !== 'reported' && row.state !== 'unconfirmed')
      return refused('wrong-state', { state: row.state })
    await markService(tx, context, row, answer.state, answer)
    await recordEvent(
      tx,
      context,
      answer.state === 'confirmed' ? 'service.confirmed' : 'service.disputed',
      row.id,
      {
        companyId: row.companyId,
      },
    )
    return ok(row.id)
  })
}
