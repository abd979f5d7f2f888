import { desc, eq, lte } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { ranking } from '@/db/schema'
import type { FinancingClass } from '../product/classes'
import { cityMap, dealsOf, type Contract } from './city'
import { reopenRanking, type OpenRanking } from './keep'
import { listFinancierHomes, readContracts } from './ledger'
import type { Stand } from './standing'

/** The ranking of the day, and what it is asked with. */
export interface CurrentRanking {
  ranking: OpenRanking
  /** By class: who has financed by it at all. */
  ofClass: ReadonlyMap<FinancingClass, readonly string[]>
  /** By company: who has financed it. */
  backers: ReadonlyMap<string, readonly string[]>
  /** What it was asked lately. */
  stands: Map<string, ReadonlyMap<string, Stand>>
}

function grouped<Key>(
  contracts: readonly Contract[],
  keyOf: (contract: Contract) => Key,
): Map<Key, string[]> {
  const groups = new Map<Key, Set<string>>()
  for (const contract of contracts) {
    const key = keyOf(contract)
    groups.set(key, (groups.get(key) ?? new Set()).add(contract.financierId))
  }
  return new Map([...groups].map(([key, ids]) => [key, [...ids].sort()]))
}

let held: { id: string; current: Promise<CurrentRanking | null> } | undefined

async function open(db: Database, id: string): Promise<CurrentRanking | null> {
  const [row] = await db.select().from(ranking).where(eq(ranking.id, id))
  if (!row) return null
  const contracts = await readContracts(db, row.asOf)
  const homes = await listFinancierHomes(db)
  const reopened = reopenRanking(row.kept, dealsOf(contracts), homes, cityMap)
  if (!reopened) return null
  return {
    ranking: reopened,
    ofClass: grouped(contracts, (contract) => contract.class),
    backers: grouped(contracts, (contract) => contract.companyId),
    stands: new Map(),
  }
}

/** The latest ranking learned by a moment, kept open in this process; null before the first. */
export async function currentRanking(db: Database, now: Date): Promise<CurrentRanking | null> {
  const [latest] = await db
    .select({ id: ranking.id })
    .from(ranking)
    .where(lte(ranking.asOf, now))
    .orderBy(desc(ranking.asOf))
    .limit(1)
  if (!latest) return null
  if (held?.id !== latest.id) {
    const current = open(db, latest.id)
    held = { id: latest.id, current }
    // One that could not be read is asked for again.
    current.catch(() => (held = undefined))
  }
  return held.current
}
