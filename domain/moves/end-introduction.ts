import type { CompanyActor } from '../actor'
import type { Context } from '../context'
import { liveStates } from '../introduction/introduction'
import { moveIntroduction } from '../introduction/move-introduction'
import { endTalk } from './end-talk'

/** The company ends a live introduction, and says why. */
export function endIntroduction(
  context: Context<CompanyActor>,
  introductionId: string,
  why: string,
) {
  return moveIntroduction(context, introductionId, {
    as: 'company',
    from: liveStates,
    event: 'introduction.ended',
    alone: true,
    facts: { ending: 'ended-by-company' },
    run: async (tx, found) => {
      await endTalk(tx, found, context.now, {
        ending: 'ended-by-company',
        words: why,
      })
      return undefined
    },
  })
}
