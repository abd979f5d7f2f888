import type { FinancierActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import { whyNotUntil, type ClaimInput } from '../consent/consent'
import type { Context } from '../context'
import { markFirstAnswer } from '../need/seats'
import { refused, type Result } from '../result'
import { enterState, moveIntroduction, type MoveRefusal } from './move-introduction'

export type AnswerRefusal = MoveRefusal | 'request-missing' | 'until-past' | 'until-far'

/**
 * Yes to an invitation opens it; yes to an assignment asks the company for consent, so that one needs `asked`. A no
 * is declineNeed, with its code.
 */
export async function answerIntroduction(
  context: Context<FinancierActor>,
  introductionId: string,
  asked: ClaimInput | null = null,
): Promise<Result<string, AnswerRefusal>> {
  const { actor, now } = context
  return moveIntroduction<'request-missing' | 'until-past' | 'until-far'>(context, introductionId, {
    as: 'financier',
    from: ['invited', 'assigned'],
    event: 'introduction.answered',
    run: async (tx, found) => {
      const memberId = found.assignedMemberId ?? actor.memberId
      if (found.state === 'invited') {
        await enterState(tx, found, 'open', now, {
          answeredAt: now,
          openedAt: now,
          assignedMemberId: memberId,
        })
      } else {
        if (!asked) return refused('request-missing')
        const why = whyNotUntil(asked.until, dayOf(now))
        if (why) return refused(why)
        await enterState(tx, found, 'requested', now, {
          answeredAt: now,
          requestedAt: now,
          assignedMemberId: memberId,
          askedGroups: asked.groups,
          askedPurpose: asked.purpose,
          askedUntil: asked.until,
        })
      }
      await markFirstAnswer(tx, found.needId, now)
      return undefined
    },
  })
}
