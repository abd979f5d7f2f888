import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import { moveRequest } from './move-request'

/** What was asked cannot be given; the words say why. */
export function declineRequest(context: Context<OfficialActor>, requestId: string, words: string) {
  return moveRequest(context, requestId, { state: 'refused', event: 'request.declined', words })
}
