import type { CompanyActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import { findTakenBack, openAgain } from '../consent/taken-back'
import type { Context } from '../context'
import { refused, type Result } from '../result'
import { liveStates } from './introduction'
import { moveIntroduction, type MoveRefusal } from './move-introduction'

/** The company undoes what it took back last, at a moment: the same groups are open again, until the days they were. */
export async function restoreConsent(
  context: Context<CompanyActor>,
  introductionId: string,
  at: Date,
): Promise<Result<string, MoveRefusal | 'nothing-to-undo'>> {
  return moveIntroduction<'nothing-to-undo'>(context, introductionId, {
    as: 'company',
    from: [...liveStates, 'drawn'],
    event: 'introduction.consent-restored',
    run: async (tx, found) => {
      const taken = await findTakenBack(tx, found, dayOf(context.now))
      if (!taken?.undoable || taken.at.getTime() !== at.getTime()) return refused('nothing-to-undo')
      await openAgain(tx, found, at)
      return undefined
    },
  })
}
