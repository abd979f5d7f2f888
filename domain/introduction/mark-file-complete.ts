import type { FinancierActor } from '../actor'
import type { Context } from '../context'
import { enterState, moveIntroduction } from './move-introduction'

/** The financier says that the file is complete: the clock of its decision begins. */
export function markFileComplete(context: Context<FinancierActor>, introductionId: string) {
  return moveIntroduction(context, introductionId, {
    as: 'financier',
    from: ['in-contact'],
    event: 'introduction.file-completed',
    run: async (tx, found) => {
      await enterState(tx, found, 'file-complete', context.now, { fileCompleteAt: context.now })
      return undefined
    },
  })
}
