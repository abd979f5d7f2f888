import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import type { DecideInput } from './doubt'
import { moveDoubt } from './move-doubt'

/** What was wrong has been voided or corrected; the note says what. */
export function settleDoubt(context: Context<OfficialActor>, doubtId: string, input: DecideInput) {
  return moveDoubt(context, doubtId, input, { state: 'mended', event: 'doubt.settled' })
}
