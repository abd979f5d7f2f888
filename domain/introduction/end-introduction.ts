import type { CompanyActor } from '../actor'
import type { Context } from '../context'
import { endIntroductionRow } from './end-live'
import { liveStates } from './introduction'
import { moveIntroduction } from './move-introduction'

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
      await endIntroductionRow(tx, found.id, found.state, context.now, {
        ending: 'ended-by-company',
        words: why,
      })
      return undefined
    },
  })
}
