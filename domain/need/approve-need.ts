import { enqueue } from '@/ports/queue'
import type { OfficialActor } from '../actor'
import { dayOf, dueAfter } from '../calendar/calendar'
import { WORKING_DAYS } from '../clock/clock'
import type { Context } from '../context'
import { keepNeedIndex } from './keep-need-index'
import { reviewNeed } from './review-need'
import { widenTeaser } from './widen-teaser'

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
    after: async (tx, found) => {
      await widenTeaser(tx, found, dayOf(context.now))
      await keepNeedIndex(tx, [needId], dayOf(context.now))
      await enqueue(tx, 'judge-need', { needId })
    },
  })
}
