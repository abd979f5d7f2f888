import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import type { DecideInput } from './doubt'
import { moveDoubt } from './move-doubt'

/** The rows are right as they stand; the note says why. */
export function dismissDoubt(context: Context<OfficialActor>, doubtId: string, input: DecideInput) {
  return moveDoubt(context, doubtId, input, { state: 'right', event: 'doubt.dismissed' })
}
