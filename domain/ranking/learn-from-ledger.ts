import { eq } from 'drizzle-orm'
import { ranking } from '@/db/schema'
import { dayOf, startOf } from '../calendar/calendar'
import type { Context } from '../context'
import { newId } from '../id'
import { ok, type Result } from '../result'
import { learnBeside } from './learn-beside'
import { listFinancierHomes, readContracts } from './ledger'

/** Of fewer contracts nothing is learned: everybody begins alike. */
export const LEAST_CONTRACTS = 50

/**
 * Learns the ranking from what the ledger knew at the beginning of the day, once a day, beside whatever else the process
 * does; answers whether there is a new one. The same ledger gives the same ranking, whoever learns it.
 */
export async function learnFromLedger({ db, now }: Context): Promise<Result<boolean>> {
  const asOf = startOf(dayOf(now))
  const [learned] = await db.select({ id: ranking.id }).from(ranking).where(eq(ranking.asOf, asOf))
  if (learned) return ok(false)
  const contracts = await readContracts(db, asOf)
  if (contracts.length < LEAST_CONTRACTS) return ok(false)
  const homes = await listFinancierHomes(db)
  const kept = await learnBeside({ contracts, homes })
  const rows = await db
    .insert(ranking)
    .values({
      id: newId(),
      asOf,
      contracts: contracts.length,
      lessons: kept.lessons,
      kept,
      learnedAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: ranking.id })
  return ok(rows.length > 0)
}
