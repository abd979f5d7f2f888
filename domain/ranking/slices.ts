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

/** The last `count` stretches of the history, each a `share` of it, with everything before each. */
export function cut(deals: readonly Deal[], count: number, share: number, seed: number): Slice[] {
  const ordered = inTimeOrder(deals, seed)
  const length = Math.max(1, Math.floor(ordered.length * share))
  return Array.from({ length: count }, (_, back) => {
    const end = ordered.length - (count - 1 - back) * length
    return { before: ordered.slice(0, end - length), after: ordered.slice(end - length, end) }
  }).filter(({ before }) => before.length > 0)
}
