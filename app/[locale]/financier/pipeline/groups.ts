import {
  financierMoves,
  liveStates,
  waitsForFinancier,
  type IntroductionState,
} from '@/domain/introduction/introduction'
import { isFinancing } from '@/domain/product/classes'
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
  /** Of what kind each sum is; cover (a guarantee, a policy) is no money and adds to none. */
  sums: { kind: AmountKind | 'cover'; fen: number }[]
  rows: FinancierIntroduction[]
}

function sumsOf(rows: readonly FinancierIntroduction[]): Group['sums'] {
  const kindOf = (row: FinancierIntroduction) =>
    isFinancing(row.productClass) ? amountKindOf(row) : 'cover'
  return (['asked', 'accepted', 'drawn', 'cover'] as const).flatMap((kind) => {
    const own = rows.filter((row) => kindOf(row) === kind)
    const fen = own.reduce((sum, row) => sum + amountOf(row), 0)
    return own.length > 0 ? [{ kind, fen }] : []
  })
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
        sums: sumsOf(own),
        rows: own.toSorted((a, b) => due(a) - due(b)),
      }
    })
    .filter((group) => group.rows.length > 0)
}

/** What was drawn; before that what was accepted, or what is asked for. */
export function amountOf(row: FinancierIntroduction): number {
  if (row.state === 'drawn') return row.drawnFen
  return row.acceptedFen ?? row.amountFen ?? row.teaser?.amountFen ?? 0
}

/** What the amounts of a group are: never two kinds in one sum. */
export type AmountKind = 'asked' | 'accepted' | 'drawn'
function amountKindOf({ state, acceptedFen }: FinancierIntroduction): AmountKind {
  if (state === 'drawn') return 'drawn'
  return acceptedFen === null ? 'asked' : 'accepted'
}
