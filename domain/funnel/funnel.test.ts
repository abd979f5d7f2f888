import { expect, test } from 'vitest'
import type { IntroductionState } from '../introduction/introduction'
import {
  dueOfNeed,
  funnelSteps,
  standingAt,
  standings,
  stepsTaken,
  type FunnelNeed,
} from './funnel'

const day = (text: string) => new Date(`2024-05-${text}T02:00:00Z`)
const now = day('15')
const none = { answer: null, contact: null, file: null, decision: null, drawing: null }
const need = (more: Partial<FunnelNeed> = {}): FunnelNeed => ({
  ...{ publishedAt: day('01'), isOpen: true, answerDueAt: day('03'), at: none, live: [] },
  ...more,
})
const live = (...talks: [IntroductionState, string | null][]) =>
  talks.map(([state, due]) => ({ state, dueAt: due === null ? null : day(due) }))

test('at each step went on, waiting, overdue and ended are all that came to it', () => {
  const moments = [null, day('02')]
  const all = [true, false].flatMap((isOpen) =>
    moments.flatMap((answer) =>
      moments.flatMap((contact) =>
        moments.flatMap((decision) =>
          [live(), live(['open', '10']), live(['approved', '20'])].map((talks) =>
            need({ isOpen, at: { ...none, answer, contact, decision }, live: talks }),
          ),
        ),
      ),
    ),
  )
  let came = all.length
  for (const step of funnelSteps) {
    const at = all.map((one) => standingAt(one, step, now)).filter((one) => one !== null)
    expect(at).toHaveLength(came)
    came = at.filter((one) => one === 'went-on').length
  }
  expect(came).toBe(0)
  expect(new Set(all.map((one) => standingAt(one, 'answer', now)))).toEqual(
    new Set(standings.filter((one) => one !== 'waiting')),
  )
})

test('a step that was taken says that those before it were, by whomever', () => {
  expect(stepsTaken(need({ at: { ...none, decision: day('09') } }))).toBe(4)
  expect(standingAt(need({ at: { ...none, decision: day('09') } }), 'contact', now)).toBe('went-on')
})

test('a need is late only where all of its furthest talks are', () => {
  const at = { ...none, answer: day('02'), contact: day('06') }
  const standing = (...talks: [IntroductionState, string | null][]) =>
    standingAt(need({ at, live: live(...talks) }), 'file', now)
  expect(standing(['in-contact', '10'])).toBe('overdue')
  expect(standing(['in-contact', '10'], ['in-contact', '20'])).toBe('waiting')
  expect(standing(['in-contact', '10'], ['open', '20'])).toBe('overdue')
  expect(standing(['in-contact', '15'])).toBe('overdue')
  expect(standing(['in-contact', null])).toBe('waiting')
  expect(standing()).toBe('waiting')
  expect(dueOfNeed(need({ live: live(['open', '10']) }))).toEqual(day('03'))
})
