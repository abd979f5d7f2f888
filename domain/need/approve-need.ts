import { enqueue } from '@/ports/queue'
import type { OfficialActor } from '../actor'
import { dueAfter } from '../calendar/calendar'
import { WORKING_DAYS } from '../clock/clock'
import type { Context } from '../context'
import { reviewNeed } from './review-need'

/** A verifier publishes a need that is in review: it is judged against every live product after the commit. */
export function approveNeed(context: Context<OfficialActor>, needId: string) {
  return reviewNeed(context, needId, {
    event: 'need.approved',
    whyNot: (found) => (found.state === 'in-review' ? null : 'need-not-in-review'),
    change: () => ({
      state: 'published',
      publishedAt: context.now,
      reviewDueAt: null,
      answerDueAt: dueAfter(context.now, WORKING_DAYS.firstAnswer),
    }),
    after: (tx) => enqueue(tx, 'judge-need', { needId }),
  })
}
