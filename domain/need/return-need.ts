import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import { reviewNeed } from './review-need'

/** A verifier sends a need back and says what to mend. */
export function returnNeed(context: Context<OfficialActor>, needId: string, whatToMend: string) {
  return reviewNeed(context, needId, {
    event: 'need.returned',
    whyNot: (found) => (found.state === 'in-review' ? null : 'need-not-in-review'),
    change: () => ({ state: 'returned', returnReason: whatToMend, reviewDueAt: null }),
  })
}
