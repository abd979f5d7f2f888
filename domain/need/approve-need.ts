import { enqueue } from '@/ports/queue'
import type { OfficialActor } from '../actor'
import { dueAfter } from '../calendar/calendar'
import type { Context } from '../context'
import { FIRST_ANSWER_WORKING_DAYS } from './need'
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
      answerDueAt: dueAfter(context.now, FIRST_ANSWER_WORKING_DAYS),
    }),
    after: (tx) => enqueue(tx, 'judge-need', { needId }),
  })
}
