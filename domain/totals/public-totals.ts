/** What anyone may read of the ledger: the same totals as everybody's, with small cells left out. */
import type { PublicActor } from '../actor'
import type { Context } from '../context'
import { comparable } from './comparable'
import { countBy, countByMonth, countTotals, type Totals } from './count'
import { inWholeCity } from './reach'
import { hiddenKeys } from './suppress'
import { SMALL_CELL, type Dimension, type PublicQuestion } from './totals'

/** The cuts that are published. */
export const publicDimensions = [
  'chain',
  'district',
  'zone',
  'class',
  'financier-kind',
] as const satisfies readonly Dimension[]
export type PublicDimension = (typeof publicDimensions)[number]

function isSmall({ companies }: { companies: number }): boolean {
  return companies > 0 && companies < SMALL_CELL
}

/** The totals, or null where they stand for fewer than 3 companies. */
export async function sumPublicTotals(
  context: Context<PublicActor>,
  question: PublicQuestion,
): Promise<Totals | null> {
  const totals = await countTotals(inWholeCity(context), question)
  return isSmall(totals) ? null : totals
}

export interface PublicCell {
  /** A code of the cut, or a month; null where it is unknown. */
  key: string | null
  companies: number
  companyTimes: number
  drawnFen: number
}
/** A row of a published cut; null is *not shown*, which is not 0. */
export interface PublicRow {
  key: string | null
  shown: PublicCell | null
  /** Companies in the same period last year; null where it is not shown, or is no comparable one. */
  companiesThen: number | null
}

async function cellsOf(
  context: Context<PublicActor>,
  question: PublicQuestion,
  dimension: PublicDimension | 'month',
): Promise<PublicCell[]> {
  const city = inWholeCity(context)
  if (dimension !== 'month') return countBy(city, question, dimension)
  const months = await countByMonth(city, question)
  return months.map(({ month, ...figures }) => ({ ...figures, key: String(month) }))
}

/** One cut with last year's beside it; small cells are null, and as many others as keep them unknown. */
export async function listPublicCut(
  context: Context<PublicActor>,
  question: PublicQuestion,
  dimension: PublicDimension | 'month',
): Promise<PublicRow[]> {
  const cells = await cellsOf(context, question, dimension)
  const base = comparable(question, context.now)
  const before = base ? await cellsOf(context, base, dimension) : []
  const hidden = hiddenKeys(cells)
  const hiddenThen = hiddenKeys(before)
  const thenOf = (key: string | null) =>
    dimension === 'month' && key ? String(Number(key) - 100) : key
  return cells.map((cell) => {
    const then = thenOf(cell.key)
    return {
      key: cell.key,
      shown: hidden.has(cell.key) ? null : cell,
      companiesThen:
        !base || hiddenThen.has(then)
          ? null
          : (before.find(({ key }) => key === then)?.companies ?? 0),
    }
  })
}

/** Distinct companies from January on, month by month; null where a month's step would tell a small cell. */
export async function countPublicYear(
  context: Context<PublicActor>,
  question: PublicQuestion,
): Promise<number[] | null> {
  const months = await countByMonth(inWholeCity(context), question)
  let before = 0
  for (const { companiesSoFar } of months) {
    if (isSmall({ companies: companiesSoFar - before })) return null
    before = companiesSoFar
  }
  return months.map(({ companiesSoFar }) => companiesSoFar)
}
