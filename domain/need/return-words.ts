import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import { reviewNeed } from './review-need'

/** A verifier turns down the new words of an amended need: the old ones stay, and the company is told why. */
export function returnWords(context: Context<OfficialActor>, needId: string, whatToMend: string) {
  return reviewNeed(context, needId, {
    event: 'need.words-returned',
    whyNot: (found) =>
      found.state !== 'published'
        ? 'wrong-state'
        : found.wordsWaiting === null
          ? 'no-words-waiting'
          : null,
    change: () => ({ wordsWaiting: null, reviewDueAt: null, returnReason: whatToMend }),
  })
}
