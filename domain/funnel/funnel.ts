/** From need to money: the steps that a need takes, and how it stands at the one it has not taken. Pure. */
import type { IntroductionState } from '../introduction/introduction'

export const funnelSteps = ['answer', 'contact', 'file', 'decision', 'drawing'] as const
export type FunnelStep = (typeof funnelSteps)[number]

/** Of the needs that come to a step: those that took it, those in time, those too late, those that ended there. */
export const standings = ['went-on', 'waiting', 'overdue', 'ended'] as const
export type NeedStanding = (typeof standings)[number]

/** Days of the two last steps are calendar days, as their clocks are. */
export const inWorkingDays: Record<FunnelStep, boolean> = {
  answer: true,
  contact: true,
  file: true,
  decision: false,
  drawing: false,
}

export interface FunnelNeed {
  publishedAt: Date
  /** Neither withdrawn, closed nor expired. */
  isOpen: boolean
  answerDueAt: Date | null
  /** When one of its introductions first took each step. */
  at: Record<FunnelStep, Date | null>
  live: readonly { state: IntroductionState; dueAt: Date | null }[]
}

/** How many steps it took: a later one says that those before it were taken. */
export function stepsTaken({ at }: Pick<FunnelNeed, 'at'>): number {
  return funnelSteps.findLastIndex((step) => at[step] !== null) + 1
}

const furthestFirst: readonly IntroductionState[] = [
  'approved',
  'file-complete',
  'in-contact',
  'open',
  'requested',
  'assigned',
  'invited',
]

/** The live talks that have come furthest. */
export function furthestOf<Talk extends { state: IntroductionState }>(
  live: readonly Talk[],
): Talk[] {
  const state = furthestFirst.find((one) => live.some((talk) => talk.state === one))
  return live.filter((talk) => talk.state === state)
}

/** When the clock of where a need stands runs out: the latest of its furthest talks; null where none runs. */
export function dueOfNeed(need: FunnelNeed): Date | null {
  if (stepsTaken(need) === 0) return need.answerDueAt
  const dues = furthestOf(need.live).map(({ dueAt }) => dueAt)
  if (dues.length === 0 || dues.includes(null)) return null
  return new Date(Math.max(...dues.map(Number)))
}

/** How a need stands at a step; null where it did not come so far. */
export function standingAt(need: FunnelNeed, step: FunnelStep, now: Date): NeedStanding | null {
  const [taken, place] = [stepsTaken(need), funnelSteps.indexOf(step)]
  if (taken < place) return null
  if (taken > place) return 'went-on'
  if (!need.isOpen) return 'ended'
  const due = dueOfNeed(need)
  return due !== null && due <= now ? 'overdue' : 'waiting'
}
