import {
  financierMoves,
  liveStates,
  waitsForFinancier,
  type IntroductionState,
} from '@/domain/introduction/introduction'
import type { FinancierIntroduction } from '@/domain/introduction/queries'

export const shows = ['live', 'drawn', 'ended'] as const
export type Show = (typeof shows)[number]

export const statesOf: Record<Show, readonly IntroductionState[]> = {
  live: liveStates,
  drawn: ['drawn'],
  ended: ['ended'],
}

export const groupNames = [...financierMoves, 'accepted', 'requested', 'approved'] as const
export type GroupName = (typeof groupNames)[number] | 'drawn' | 'ended'

function groupOf({ state, acceptedFen }: FinancierIntroduction): GroupName {
  return state === 'approved' && acceptedFen !== null ? 'accepted' : state
}

export interface Group {
  name: GroupName
  isOwnMove: boolean
  fen: number
  rows: FinancierIntroduction[]
}

/** By state, what waits for this financier first; within a group what is due first. */
export function groupsOf(rows: readonly FinancierIntroduction[]): Group[] {
  const due = ({ dueAt }: FinancierIntroduction) => dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER
  return [...groupNames, 'drawn' as const, 'ended' as const]
    .map((name) => {
      const own = rows.filter((row) => groupOf(row) === name)
      return {
        name,
        isOwnMove: own.some((row) => waitsForFinancier(row.state, row.acceptedFen !== null)),
        fen: own.reduce((sum, row) => sum + amountOf(row), 0),
        rows: own.toSorted((a, b) => due(a) - due(b)),
      }
    })
    .filter((group) => group.rows.length > 0)
}

/** What was accepted or, before that, what is asked for. */
export function amountOf({ acceptedFen, teaser, amountFen }: FinancierIntroduction): number {
  return acceptedFen ?? amountFen ?? teaser?.amountFen ?? 0
}
