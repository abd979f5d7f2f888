/**
 * The sheet of all terms: what a financier checks, its company compares and accepts, and both read later. Which rows it has
 * is a matter of the class; what changed, and what differs from the need or the product, is marked in its rows. Pure.
 */
import { classTerms, isFinancing, type FinancingClass, type Price } from '../product/classes'
import type { CollateralKind } from '../profile/profile'
import type { OfferTerms } from './offer'

export const sheetNames = [
  'allIn',
  'amount',
  'valuation',
  'valuationAfter',
  'share',
  'rate',
  'repayment',
  'tenor',
  'revolving',
  'upfrontFee',
  'yearlyFee',
  'collateral',
  'average',
  'paid',
  'conditions',
  'validUntil',
] as const
export type SheetName = (typeof sheetNames)[number]

const sheets: Record<Price, readonly SheetName[]> = {
  rate: [
    'allIn',
    'amount',
    'rate',
    'repayment',
    'tenor',
    'revolving',
    'upfrontFee',
    'yearlyFee',
    'collateral',
    'average',
    'paid',
    'conditions',
    'validUntil',
  ],
  fee: ['amount', 'tenor', 'yearlyFee', 'upfrontFee', 'collateral', 'conditions', 'validUntil'],
  premium: ['amount', 'tenor', 'yearlyFee', 'upfrontFee', 'conditions', 'validUntil'],
  share: ['amount', 'valuation', 'valuationAfter', 'share', 'conditions', 'validUntil'],
}

/** The rows of a class, in their order. */
export function sheetOf(name: FinancingClass): readonly SheetName[] {
  return sheets[classTerms[name].price]
}

export interface SheetTerms extends OfferTerms {
  allInBp: number | null
}

/** Of the whole after the investment, in bp. */
export function shareBp({ amountFen, valuationFen }: SheetTerms): number | null {
  return valuationFen === null
    ? null
    : Math.round((10_000 * amountFen) / (valuationFen + amountFen))
}

/** What a row compares by; those that only follow from others have none. */
function valueOf(offer: SheetTerms, name: SheetName): string | number | boolean | null {
  switch (name) {
    case 'allIn':
      return offer.allInBp
    case 'amount':
      return offer.amountFen
    case 'valuation':
      return offer.valuationFen
    case 'rate':
      return offer.rateBp
    case 'repayment':
      return offer.repayment
    case 'tenor':
      return offer.tenorMonths
    case 'revolving':
      return offer.revolving
    case 'upfrontFee':
      return offer.upfrontFeeFen
    case 'yearlyFee':
      return offer.yearlyFeeBp
    case 'collateral':
      return offer.collateral.toSorted().join()
    case 'conditions':
      return offer.conditions
    case 'validUntil':
      return offer.validUntil
    case 'valuationAfter':
    case 'share':
    case 'average':
    case 'paid':
      return null
  }
}

/** What the cost follows from: the days of its payments move it by a bp or two, and no term is another. */
const costly: readonly SheetName[] = [
  'amount',
  'rate',
  'repayment',
  'tenor',
  'upfrontFee',
  'yearlyFee',
]

/** The rows in which an offer says something else than the one it replaced. */
export function changedRows(
  name: FinancingClass,
  offer: SheetTerms,
  before: SheetTerms,
): SheetName[] {
  const changed = sheetOf(name).filter((row) => valueOf(offer, row) !== valueOf(before, row))
  const isCostly = changed.some((row) => costly.includes(row))
  return changed.filter((row) => row !== 'allIn' || isCostly)
}

/** What of an offer is other than what the company asked for; money in fen, cost in bp over the ceiling. */
export type NeedDifference =
  | { row: 'amount'; lessFen: number }
  | { row: 'tenor'; asked: number }
  | { row: 'collateral'; added: CollateralKind[] }
  | { row: 'allIn'; overBp: number }

interface Asked {
  /** What is still open. */
  openFen: number
  tenorMonths: number | null
  collateral: CollateralKind[]
  maxCostBp: number | null
}

export function needDifferences(
  name: FinancingClass,
  offer: SheetTerms,
  asked: Asked,
): NeedDifference[] {
  const rows = sheetOf(name)
  const added = offer.collateral.filter((kind) => !asked.collateral.includes(kind))
  const found: NeedDifference[] = []
  if (isFinancing(name) && offer.amountFen < asked.openFen)
    found.push({ row: 'amount', lessFen: asked.openFen - offer.amountFen })
  if (
    offer.tenorMonths !== null &&
    asked.tenorMonths !== null &&
    offer.tenorMonths !== asked.tenorMonths
  )
    found.push({ row: 'tenor', asked: asked.tenorMonths })
  if (rows.includes('collateral') && added.length > 0) found.push({ row: 'collateral', added })
  if (offer.allInBp !== null && asked.maxCostBp !== null && offer.allInBp > asked.maxCostBp)
    found.push({ row: 'allIn', overBp: offer.allInBp - asked.maxCostBp })
  return found
}

/** What a product publishes of its terms. */
interface Published {
  amountMinFen: number
  amountMaxFen: number
  tenorMinMonths: number | null
  tenorMaxMonths: number | null
  rateMinBp: number | null
  rateMaxBp: number | null
  feeBp: number
}

/** The rows that lie outside the published range of the product they are offered under. */
export function rowsOutsideProduct(
  name: FinancingClass,
  offer: SheetTerms,
  product: Published,
): SheetName[] {
  const isOutside = (value: number | null, least: number | null, most: number | null) =>
    value !== null && ((least !== null && value < least) || (most !== null && value > most))
  const { price } = classTerms[name]
  const priceRow = price === 'rate' ? 'rate' : 'yearlyFee'
  const yearly = price === 'rate' ? offer.rateBp : price === 'share' ? null : offer.yearlyFeeBp
  const feeMost = Math.ceil((offer.amountFen * product.feeBp) / 10_000)
  const outside: [boolean, SheetName][] = [
    [isOutside(offer.amountFen, product.amountMinFen, product.amountMaxFen), 'amount'],
    [isOutside(offer.tenorMonths, product.tenorMinMonths, product.tenorMaxMonths), 'tenor'],
    [isOutside(yearly, product.rateMinBp, product.rateMaxBp), priceRow],
    [price !== 'share' && offer.upfrontFeeFen > feeMost, 'upfrontFee'],
    [price === 'rate' && offer.yearlyFeeBp > 0, 'yearlyFee'],
  ]
  return outside.flatMap(([is, row]) => (is ? [row] : []))
}
