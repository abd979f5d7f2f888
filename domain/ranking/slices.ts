/** Cuts a history by time into what is known and what came after, several times, so that weights are learned on deals that their evidence had not seen. */
import { seeded, shuffled } from './random'
import type { Deal } from './ranking'

export interface Slice {
  before: readonly Deal[]
  after: readonly Deal[]
}

/** By month; within a month, where nobody knows what came first, by lot. */
export function inTimeOrder<Timed extends { month: number }>(
  deals: readonly Timed[],
  seed: number,
): Timed[] {
  const lots = shuffled(deals.length, seeded(seed))
  return deals
    .map((deal, place) => ({ deal, lot: lots[place] ?? 0 }))
    .sort((one, other) => one.deal.month - other.deal.month || one.lot - other.lot)
    .map(({ deal }) => deal)
}

/**
 * The history's stretches from the latest back, each a `share` of it, with what was known before each. Within a month nobody
 * knows what came first: deals of the month in which a stretch begins count as known, whatever side of the cut they are on.
 */
export function cut(deals: readonly Deal[], count: number, share: number, seed: number): Slice[] {
  const ordered = inTimeOrder(deals, seed)
  const length = Math.max(1, Math.floor(ordered.length * share))
  return Array.from({ length: count }, (_, back) => {
    const end = ordered.length - back * length
    const after = ordered.slice(Math.max(0, end - length), Math.max(0, end))
    const first = after[0]?.month ?? 0
    const before = ordered.filter(
      ({ month }, at) => at < end - length || (at >= end && month <= first),
    )
    return { before, after }
  }).filter(({ before, after }) => before.length > 0 && after.length > 0)
}
