/** How a financier deals with those who ask it: answers, decisions, declines by code, and what of its services is confirmed. Pure. */
import { workingTimeBetween } from '../calendar/calendar'
import type { DeclineCode, Ending, Origin } from '../introduction/introduction'
import { DAYS } from '../clock/clock'

export interface RecordTalk {
  id: string
  origin: Origin
  createdAt: Date
  answeredAt: Date | null
  endedAt: Date | null
  ending: Ending | null
  approvedAt: Date | null
  declineCode: DeclineCode | null
}

/** The sets of talks that a record counts: asked by name and answered; decided with a yes, and declined. */
export const talkSets = ['asked', 'answered', 'approved', 'declined'] as const
export type TalkSet = (typeof talkSets)[number]

const DAY_MS = 86_400_000

/** Whether it was asked by name, and has answered or had time enough to: who was asked a moment ago counts as neither. */
function isAsked(talk: RecordTalk, now: Date): boolean {
  if (talk.origin === 'claimed') return false
  const until = talk.endedAt ?? now
  const hadTime = until.getTime() - talk.createdAt.getTime() > DAYS.unanswered * DAY_MS
  return talk.answeredAt !== null || talk.ending === 'no-answer' || hadTime
}

export function isInSet(talk: RecordTalk, set: TalkSet, now: Date): boolean {
  switch (set) {
    case 'asked':
      return isAsked(talk, now)
    case 'answered':
      return isAsked(talk, now) && talk.answeredAt !== null
    case 'approved':
      return talk.approvedAt !== null && talk.declineCode === null
    case 'declined':
      return talk.declineCode !== null
  }
}

/** Working days from being asked by name to the answer. */
export function answerDays(talks: readonly RecordTalk[], now: Date): number[] {
  return talks.flatMap((talk) =>
    isInSet(talk, 'answered', now) && talk.answeredAt
      ? [workingTimeBetween(talk.createdAt, talk.answeredAt)]
      : [],
  )
}
