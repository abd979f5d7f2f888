import type { CompanyActor } from '../actor'
import type { Context } from '../context'
import { answerService } from './answer-service'
import type { DisputeInput } from './ledger'

/** The company says that a service is not as reported, why, and what is right: it stands apart until decided. */
export function disputeService(
  context: Context<CompanyActor>,
  serviceId: string,
  input: DisputeInput,
) {
  return answerService(context, serviceId, {
    state: 'disputed',
    words: input.reason,
    rightAmountFen: input.rightAmountFen,
  })
}
