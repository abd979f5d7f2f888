import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import { reviewNeed } from './review-need'

/** A verifier lets the new words of an amended need stand. */
export function approveWords(context: Context<OfficialActor>, needId: string) {
  return reviewNeed(context, needId, {
    event: 'need.words-approved',
    whyNot: (found) =>
      found.state !== 'published'
        ? 'wrong-state'
        : found.wordsWaiting === null
          ? 'no-words-waiting'
          : null,
    change: (found) => ({
      // An empty text is how words that are taken out wait.
      words: found.wordsWaiting || null,
      wordsWaiting: null,
      reviewDueAt: null,
      returnReason: null,
    }),
  })
}
