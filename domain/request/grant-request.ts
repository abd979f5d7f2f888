import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import { moveRequest } from './move-request'

/** What was asked is given; the words say what. */
export function grantRequest(context: Context<OfficialActor>, requestId: string, words: string) {
  return moveRequest(context, requestId, { state: 'given', event: 'request.granted', words })
}
