/** The life of a need as its company reads it: what was, what is, the latest day of what is to come. Never stored. */
import { dayOf, dueAfter, type Day } from '../calendar/calendar'
import { DAYS, WORKING_DAYS } from '../clock/clock'
import { isLive, type IntroductionState } from '../introduction/introduction'
import type { NeedState } from './need'

export const lifeSteps = [
  'published',
  'introduced',
  'file',
  'decided',
  'drawn',
  'confirmed',
] as const
export type LifeStepName = (typeof lifeSteps)[number]

/** What the life is read from: the furthest of these is where a need stands. */
export interface LifeIntroduction {
  state: IntroductionState
  dueAt: Date | null
  openedAt: Date | null
  fileCompleteAt: Date | null
  approvedAt: Date | null
  drawnAt: Date | null
  decisionDays: number | null
  /** An approved offer waits for the company's yes. */
  offerWaits: boolean
}

export interface LifeNeed {
  state: NeedState
  publishedAt: Date | null
  reviewDueAt: Date | null
  answerDueAt: Date | null
  wantedBy: Day | null
  /** When the company confirmed its last drawing, or null while one is open. */
  confirmedAt: Date | null
  /** Until when the company may confirm what was reported. */
  confirmDueAt: Date | null
  introductions: readonly LifeIntroduction[]
}

export type WaitsFor = 'company' | 'financier' | 'official'
export interface LifePoint {
  step: LifeStepName
  state: 'done' | 'now' | 'ahead'
  /** The day it happened. */
  on: Day | null
  /** The latest day of what is not done yet, by its clocks; null where none is known. */
  latest: Day | null
  waitsFor: WaitsFor | null
}

const rank: readonly IntroductionState[] = [
  'ended',
  'invited',
  'assigned',
  'requested',
  'open',
  'in-contact',
  'file-complete',
  'approved',
  'drawn',
]

/** The introduction that has come furthest, or null where none is left. */
export function furthestOf<One extends { state: IntroductionState }>(
  introductions: readonly One[],
): One | null {
  return introductions
    .filter(({ state }) => state !== 'ended')
    .reduce<One | null>(
      (best, one) => (best && rank.indexOf(best.state) >= rank.indexOf(one.state) ? best : one),
      null,
    )
}

export function lifeOf(need: LifeNeed): LifePoint[] {
  const going = need.introductions.filter(({ state }) => isLive(state) || state === 'drawn')
  const furthest = furthestOf(going)
  const first = (pick: (one: LifeIntroduction) => Date | null): Day | null => {
    const moments = going.flatMap((one) => pick(one) ?? [])
    if (moments.length === 0) return null
    return dayOf(new Date(Math.min(...moments.map((at) => at.getTime()))))
  }
  const happened: Record<LifeStepName, Day | null> = {
    published: need.publishedAt && dayOf(need.publishedAt),
    introduced: first(({ openedAt }) => openedAt),
    file: furthest?.fileCompleteAt ? dayOf(furthest.fileCompleteAt) : null,
    decided: furthest?.approvedAt ? dayOf(furthest.approvedAt) : null,
    drawn: first(({ drawnAt }) => drawnAt),
    confirmed: need.confirmedAt && dayOf(need.confirmedAt),
  }
  const now = lifeSteps.find((step) => happened[step] === null) ?? null
  let latest: Date | null = null
  return lifeSteps.map((step) => {
    const on = happened[step]
    if (on !== null && now !== step)
      return { step, state: 'done' as const, on, latest: null, waitsFor: null }
    latest = step === now ? dueNow(step, need, furthest) : chained(step, latest, furthest)
    return {
      step,
      state: step === now ? ('now' as const) : ('ahead' as const),
      on: null,
      latest: step === 'drawn' && step !== now ? need.wantedBy : latest && dayOf(latest),
      waitsFor: step === now ? waitsFor(step, going, furthest) : null,
    }
  })
}

function waitsFor(
  step: LifeStepName,
  going: readonly LifeIntroduction[],
  furthest: LifeIntroduction | null,
): WaitsFor {
  if (step === 'published') return 'official'
  if (step === 'introduced')
    return going.some(({ state }) => state === 'requested') ? 'company' : 'financier'
  if (step === 'drawn') return furthest?.offerWaits ? 'company' : 'financier'
  return step === 'confirmed' ? 'company' : 'financier'
}

function dueNow(
  step: LifeStepName,
  need: LifeNeed,
  furthest: LifeIntroduction | null,
): Date | null {
  if (step === 'published') return need.reviewDueAt
  if (step === 'introduced') return furthest?.dueAt ?? need.answerDueAt
  if (step === 'file' && furthest?.state === 'open' && furthest.dueAt)
    return dueAfter(furthest.dueAt, WORKING_DAYS.file)
  if (step === 'confirmed') return need.confirmDueAt
  return furthest?.dueAt ?? null
}

/** A step ahead: as many days after the one before as its clock allows. */
function chained(
  step: LifeStepName,
  before: Date | null,
  furthest: LifeIntroduction | null,
): Date | null {
  if (before === null) return null
  if (step === 'introduced') return dueAfter(before, WORKING_DAYS.firstAnswer)
  if (step === 'file') return dueAfter(before, WORKING_DAYS.contact + WORKING_DAYS.file)
  if (step === 'decided')
    return new Date(before.getTime() + (furthest?.decisionDays ?? DAYS.decision) * 86_400_000)
  return null
}
