/** The ranking of the city's own ledger. Pure: the same contracts and homes give the same bytes, wherever it is learned. */
import { cityMap, dealsOf, type Contract } from './city'
import { keepRanking } from './keep'
import { learnRanking } from './learn-ranking'
import type { KeptRanking, KnownFinancier } from './ranking'
import type { Steps } from './steps'

const SEED = 1
/** A city's ledger is small, and the night is short. */
const MOST_LESSONS = 600

/** What it is learned from, plain enough to be handed to a thread. */
export interface CityLedger {
  contracts: readonly Contract[]
  homes: readonly KnownFinancier[]
}

export function* learnCity({ contracts, homes }: CityLedger): Steps<KeptRanking> {
  const how = { seed: SEED, most: MOST_LESSONS }
  return keepRanking(yield* learnRanking(dealsOf(contracts), homes, cityMap, how))
}
