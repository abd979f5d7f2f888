import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import { answerRequest } from './answer-request'

/** What was asked cannot be given; the words say why. */
export function declineRequest(context: Context<OfficialActor>, requestId: string, words: string) {
  return answerRequest(context, requestId, { state: 'refused', event: 'request.declined', words })
}
