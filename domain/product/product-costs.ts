/** What a product costs all in, by tenor: kept with it, and read alike by the judge, the masks and SQL. Pure. */
import { allInBp, type RepaymentMethod } from '../cost/cost'
import { comparesCost, type FinancingClass } from './classes'

/** The drawing by which products are compared: 1,000,000 yuan, in fen, on one day for all. */
export const COMPARED_DRAWING = { amountFen: 100_000_000, on: '2025-01-01' } as const

interface PricedTerms {
  class: FinancingClass
  tenorMinMonths: number | null
  tenorMaxMonths: number | null
  rateMinBp: number | null
  /** Once, at drawing, in bp of the amount. */
  feeBp: number
  repayment: RepaymentMethod
}

/**
 * All-in cost in bp at the lowest rate, a figure a month from the shortest tenor to the longest; a revolving one as drawn
 * whole. Null where no price can be compared.
 */
export function costsOf(terms: PricedTerms): number[] | null {
  const { class: name, tenorMinMonths, tenorMaxMonths, rateMinBp, feeBp, repayment } = terms
  if (!comparesCost(name) || rateMinBp === null || tenorMaxMonths === null) return null
  const shortest = tenorMinMonths ?? 1
  const costs = Array.from({ length: Math.max(0, tenorMaxMonths - shortest + 1) }, (_, more) =>
    allInBp(
      {
        amountFen: COMPARED_DRAWING.amountFen,
        rateBp: rateMinBp,
        upfrontFeeFen: Math.round((COMPARED_DRAWING.amountFen * feeBp) / 10_000),
        yearlyFeeBp: 0,
        repayment,
        tenorMonths: shortest + more,
      },
      COMPARED_DRAWING.on,
    ),
  )
  const told = costs.filter((cost) => cost !== null)
  return told.length === 0 ? null : told
}

/** The same terms with the costs that follow from them. */
export function withCosts<Terms extends PricedTerms>(
  terms: Terms,
): Terms & { costsBp: number[] | null } {
  return { ...terms, costsBp: costsOf(terms) }
}

/**
 * The lowest all-in cost at a tenor, in bp: of a tenor that the product does not have, at the nearest it has; of none, the
 * lowest of all. Null where no price can be compared.
 */
export function costAt(
  { tenorMinMonths, costsBp }: { tenorMinMonths: number | null; costsBp: readonly number[] | null },
  tenorMonths: number | null,
): number | null {
  if (costsBp === null) return null
  if (tenorMonths === null) return Math.min(...costsBp)
  const place = Math.min(Math.max(tenorMonths - (tenorMinMonths ?? 1), 0), costsBp.length - 1)
  return costsBp[place] ?? null
}
