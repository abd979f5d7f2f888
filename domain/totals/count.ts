/** Every total in the house: from the cells where they hold it, else from the rows of the ledger; the same figures. */
import { readCut, readMonths, readTotals } from './cells'
import * as rows from './count-rows'
import type { TotalsContext } from './reach'
import { remember } from './remember'
import type {
  CrossTotals,
  Crossing,
  CutTotals,
  Dimension,
  MonthTotals,
  Question,
  Totals,
} from './totals'

/**
 * The totals of a question, in one reading. Loans and money are drawn (rung 6) or granted (rung 5) whatever rung makes
 * *served*, and of the companies that are.
 */
export async function countTotals(context: TotalsContext, question: Question): Promise<Totals> {
  return (
    (await readTotals(context, question)) ??
    remember('totals', context, question, () => rows.countTotals(context, question))
  )
}

/** Every month of the period, with the running count of distinct companies. */
export async function countByMonth(
  context: TotalsContext,
  question: Question,
): Promise<MonthTotals[]> {
  return (
    (await readMonths(context, question)) ??
    remember('months', context, question, () => rows.countByMonth(context, question))
  )
}

/** One cut of a question, largest first. Parts do not add up to the whole: a company may stand in several. */
export async function countBy(
  context: TotalsContext,
  question: Question,
  dimension: Dimension,
): Promise<CutTotals[]> {
  const parts =
    (await readCut(context, question, dimension)) ??
    (await remember(dimension, context, question, () => rows.countBy(context, question, dimension)))
  return parts
    .filter(({ companies, drawnFen }) => companies > 0 || drawnFen > 0)
    .toSorted((a, b) => b.companies - a.companies || b.drawnFen - a.drawnFen)
}

/** Two cuts crossed, always from the rows: what has something in it, in no order. Neither rows nor columns add up. */
export async function countCross(
  context: TotalsContext,
  question: Question,
  crossing: Crossing,
): Promise<CrossTotals[]> {
  const cells = await remember(crossing.join(' '), context, question, () =>
    rows.countCross(context, question, crossing),
  )
  return cells.filter(({ companies, drawnFen }) => companies > 0 || drawnFen > 0)
}

/** Mean rate in bp weighted by amount over new drawings; null below 5 loans or 3 institutions. */
export function meanRate(context: TotalsContext, question: Question): Promise<number | null> {
  return remember('rate', context, question, () => rows.meanRate(context, question))
}
