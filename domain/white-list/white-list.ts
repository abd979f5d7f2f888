/** Key enterprises by chain, in dated batches: where each of them stands in a period. */
import type { Day } from '../calendar/calendar'
import type { Chain } from '../chain/chain'

/**
 * *Served*: money drawn in the period, by the definition. *In talk*: not that, and a live introduction. *Never*: nothing at
 * rung 3 or above, ever. *Idle* are the others: once answered, and nothing goes on.
 */
export const listStandings = ['never', 'in-talk', 'idle', 'served'] as const
export type ListStanding = (typeof listStandings)[number]

/** What is to be done next for a company that was not served. */
export type NextStep =
  | { step: 'assign'; needId: string }
  | { step: 'tell'; needId: string }
  | { step: 'invite' }
  | { step: 'open'; needId: string }
  | null

export interface ListedCompany {
  id: string
  name: string
  /** Each chain for which it is listed. */
  chains: Chain[]
  batchOn: Day
  validTo: Day | null
  contact: { name: string; authority: string } | null
  contactId: string | null
  standing: ListStanding
  /** The last drawing that counts, whenever it was. */
  last: { on: Day; amountFen: number; financier: string } | null
  /** The open need that waits longest, and how many products fit it. */
  need: { id: string; openFen: number; fitting: number } | null
  /** The earliest clock that runs: of a first answer, or of a talk. */
  dueAt: Date | null
  next: NextStep
}

export function standingIn(company: {
  served: boolean
  inTalk: boolean
  answered: boolean
}): ListStanding {
  if (company.served) return 'served'
  if (company.inTalk) return 'in-talk'
  return company.answered ? 'idle' : 'never'
}

/** How many of some companies stand where, each once. */
export function countStandings(companies: readonly Pick<ListedCompany, 'standing'>[]) {
  const counts = { never: 0, 'in-talk': 0, idle: 0, served: 0 }
  for (const { standing } of companies) counts[standing]++
  return counts
}

/** The chains of a list, those with the most never served first; a company on two chains is in both. */
export function chainsOf(companies: readonly ListedCompany[], order: readonly Chain[]) {
  const rows = order.flatMap((chain) => {
    const own = companies.filter(({ chains }) => chains.includes(chain))
    return own.length > 0 ? [{ chain, companies: own, counts: countStandings(own) }] : []
  })
  const worst = ({ counts }: (typeof rows)[number]) => counts.never * 100 + counts.idle
  return rows.toSorted((a, b) => worst(b) - worst(a) || b.companies.length - a.companies.length)
}
