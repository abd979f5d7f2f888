/** The life of a need as its company reads it: what was, what is, the latest day of what is to come. Never stored. */
import { dayOf, dueAfter, type Day } from '../calendar/calendar'
import { DAYS, WORKING_DAYS } from '../clock/clock'
import { isLive, type IntroductionState } from '../introduction/introduction'
import type { ServiceState } from '../ledger/ledger'
import { hasEnded, type NeedState } from './need'

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
  /** How far the money that was reported is the company's word. */
  word: CompanyWord | null
  /** Until when the company may confirm what was reported. */
  confirmDueAt: Date | null
  introductions: readonly LifeIntroduction[]
}

/** What all drawings together are: of each the company's word is still open, against it, missing, or given. */
export const companyWords = [
  'reported',
  'disputed',
  'unconfirmed',
  'verified',
  'confirmed',
] as const
export type CompanyWord = (typeof companyWords)[number]

/** The word that is furthest from a confirmation; null where nothing was drawn. Voided drawings say nothing. */
export function companyWordOf(drawings: readonly { state: ServiceState }[]): CompanyWord | null {
  return companyWords.find((word) => drawings.some(({ state }) => state === word)) ?? null
}

export type WaitsFor = 'company' | 'financier' | 'official'
export interface LifePoint {
  step: LifeStepName
  state: 'done' | 'now' | 'ahead'
  /** The day it happened, where it is known. */
  on: Day | null
  /** The latest day of what is not done yet, by its clocks; null where none is known, or it has passed. */
  latest: Day | null
  /** When the clock of the step that is now ran out. */
  lateSince: Date | null
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

export function lifeOf(need: LifeNeed, at: Date): LifePoint[] {
  const going = need.introductions.filter(({ state }) => isLive(state) || state === 'drawn')
  const furthest = furthestOf(going)
  const first = (pick: (one: LifeIntroduction) => Date | null): Day | null => {
    const moments = going.flatMap((one) => pick(one) ?? [])
    if (moments.length === 0) return null
    return dayOf(new Date(Math.min(...moments.map((moment) => moment.getTime()))))
  }
  const happened: Record<LifeStepName, Day | null> = {
    published: need.publishedAt && dayOf(need.publishedAt),
    introduced: first(({ openedAt }) => openedAt),
    file: furthest?.fileCompleteAt ? dayOf(furthest.fileCompleteAt) : null,
    decided: furthest?.approvedAt ? dayOf(furthest.approvedAt) : null,
    drawn: first(({ drawnAt }) => drawnAt),
    confirmed: null,
  }
  const isDone = (step: LifeStepName) =>
    step === 'confirmed' ? isSettled(need.word) : happened[step] !== null
  const next = lifeSteps.find((step) => !isDone(step)) ?? null
  // Once it has ended nothing is waited for, but the word on what was drawn.
  const now = hasEnded(need.state) && next !== 'confirmed' ? null : next
  const due = now && dueNow(now, need, furthest)
  const isLate = due !== null && due <= at
  // What comes after a step that is late is reckoned as if it were done now.
  let latest = isLate ? at : due
  return lifeSteps.map((step) => {
    const on = happened[step]
    const rest = { step, on: null, latest: null, lateSince: null, waitsFor: null }
    if (isDone(step) && step !== now) return { ...rest, state: 'done' as const, on }
    if (now === null) return { ...rest, state: 'ahead' as const }
    if (step === now)
      return {
        ...rest,
        state: 'now' as const,
        latest: due && !isLate ? dayOf(due) : null,
        lateSince: isLate ? due : null,
        waitsFor: waitsFor(step, need, going, furthest),
      }
    latest = chained(step, latest, furthest)
    return {
      ...rest,
      state: 'ahead' as const,
      latest: step === 'drawn' ? need.wantedBy : latest && dayOf(latest),
    }
  })
}

/** Nothing is left to say of the money: the company confirmed it, or an official found it to be so. */
function isSettled(word: CompanyWord | null): boolean {
  return word === 'confirmed' || word === 'verified'
}

function waitsFor(
  step: LifeStepName,
  { word }: LifeNeed,
  going: readonly LifeIntroduction[],
  furthest: LifeIntroduction | null,
): WaitsFor {
  if (step === 'published') return 'official'
  if (step === 'introduced')
    return going.some(({ state }) => state === 'requested') ? 'company' : 'financier'
  if (step === 'drawn') return furthest?.offerWaits ? 'company' : 'financier'
  if (step === 'confirmed') return word === 'disputed' ? 'official' : 'company'
  return 'financier'
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
  if (step === 'confirmed') return need.word === 'reported' ? need.confirmDueAt : null
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
