import type { FinancierActor } from '../actor'
import type { Context } from '../context'
import { liveStates, type DeclineInput } from '../introduction/introduction'
import { moveIntroduction } from '../introduction/move-introduction'
import { endTalk } from './end-talk'

/** The financier declines with a code: the company learns whether it, time, or nothing can mend it. */
export function declineNeed(
  context: Context<FinancierActor>,
  introductionId: string,
  input: DeclineInput,
) {
  return moveIntroduction(context, introductionId, {
    as: 'financier',
    from: liveStates,
    event: 'introduction.declined',
    alone: true,
    facts: { code: input.code },
    run: async (tx, found) => {
      await endTalk(tx, found, context.now, {
        ending: 'declined-by-financier',
        ...input,
      })
      return undefined
    },
  })
}
