import type { CompanyActor } from '../actor'
import type { Context } from '../context'
import { moveIntroduction } from '../introduction/move-introduction'
import { endTalk } from './end-talk'

/** The company says no to a request: it ends, nothing was seen, and its seat is free. */
export function refuseRequest(context: Context<CompanyActor>, introductionId: string) {
  return moveIntroduction(context, introductionId, {
    as: 'company',
    from: ['requested'],
    event: 'introduction.request-refused',
    alone: true,
    run: async (tx, found) => {
      await endTalk(tx, found, context.now, {
        ending: 'refused-by-company',
      })
      return undefined
    },
  })
}
