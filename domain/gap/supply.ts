/** What is asked for and what no product offers: by amount, class and main chain. Pure. */
import { chains, type Chain } from '../chain/chain'
import { classes, type FinancingClass } from '../product/classes'

export const supplyCuts = ['amount', 'class', 'chain'] as const
export type SupplyCut = (typeof supplyCuts)[number]

const FEN_PER_WAN = 1_000_000

/** Bands of what is still asked for, each up to and with its most; the last has no end. */
export const amountBands = [
  { id: 'to-100', most: 100 * FEN_PER_WAN },
  { id: 'to-300', most: 300 * FEN_PER_WAN },
  { id: 'to-500', most: 500 * FEN_PER_WAN },
  { id: 'to-1000', most: 1_000 * FEN_PER_WAN },
  { id: 'to-3000', most: 3_000 * FEN_PER_WAN },
  { id: 'over-3000', most: Number.POSITIVE_INFINITY },
] as const
export type AmountBand = (typeof amountBands)[number]['id']

export function bandOf(fen: number): AmountBand {
  return amountBands.find(({ most }) => fen <= most)?.id ?? 'over-3000'
}

/** What a band reaches from, exclusive: the most of the one before. */
export function bandFrom(band: AmountBand): number {
  return amountBands[amountBands.findIndex(({ id }) => id === band) - 1]?.most ?? 0
}

export const NO_CHAIN = 'none'

/** The rows of a cut in their order. */
export const supplyKeys: Record<SupplyCut, readonly string[]> = {
  amount: amountBands.map(({ id }) => id),
  class: classes,
  chain: [...chains, NO_CHAIN],
}

export interface AskedNeed {
  openFen: number
  classes: readonly FinancingClass[]
  chain: Chain | null
  /** The classes of the products that fit it. */
  offered: readonly FinancingClass[]
}

/** Whether a need stands in a row of a cut: under each class that it would take, else once. */
export function isAskedIn(need: AskedNeed, cut: SupplyCut, key: string): boolean {
  switch (cut) {
    case 'amount':
      return bandOf(need.openFen) === key
    case 'class':
      return need.classes.some((one) => one === key)
    case 'chain':
      return (need.chain ?? NO_CHAIN) === key
  }
}

/** Whether nothing is offered to it there: no product of that class; elsewhere no product at all. */
export function isUnmetIn(need: AskedNeed, cut: SupplyCut, key: string): boolean {
  if (!isAskedIn(need, cut, key)) return false
  return cut === 'class' ? !need.offered.some((one) => one === key) : need.offered.length === 0
}

export interface SupplyLine {
  key: string
  asked: number
  askedFen: number
  unmet: number
}

/** One cut of the open needs. */
export function supplyOf(needs: readonly AskedNeed[], cut: SupplyCut): SupplyLine[] {
  return supplyKeys[cut].map((key) => {
    const asked = needs.filter((need) => isAskedIn(need, cut, key))
    return {
      key,
      asked: asked.length,
      askedFen: asked.reduce((sum, { openFen }) => sum + openFen, 0),
      unmet: asked.filter((need) => isUnmetIn(need, cut, key)).length,
    }
  })
}
