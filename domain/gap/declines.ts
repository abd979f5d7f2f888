import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { introduction, need, organisation } from '@/db/schema'
import type { OfficialActor } from '../actor'
import type { Chain } from '../chain/chain'
import type { Context } from '../context'
import type { DeclineCode } from '../introduction/introduction'
import { inScope } from '../organisation/scope'
import { DECLINES_SHOWN_FROM, type ChainDeclines } from './gap'

/** Why financiers declined, by the main chain of the need: codes added up, and those of a small sample not at all. */
export async function countDeclines({
  db,
  actor,
}: Context<OfficialActor>): Promise<ChainDeclines[]> {
  const chain = sql<Chain | null>`${need.facts} -> 'chains' ->> 0`
  const rows = await db
    .select({
      chain,
      code: sql<DeclineCode>`${introduction.declineCode}`,
      count: sql<number>`count(*)::int`,
    })
    .from(introduction)
    .innerJoin(need, eq(need.id, introduction.needId))
    .innerJoin(organisation, eq(organisation.id, introduction.companyId))
    .where(and(isNotNull(introduction.declineCode), inScope(actor.scope)))
    .groupBy(chain, introduction.declineCode)
    .having(sql`count(*) >= ${DECLINES_SHOWN_FROM}`)
  const byChain = new Map<Chain | null, ChainDeclines['codes']>()
  for (const { chain: key, code, count } of rows)
    byChain.set(key, [...(byChain.get(key) ?? []), { code, count }])
  return [...byChain]
    .map(([key, codes]) => ({
      chain: key,
      codes: codes.toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
    }))
    .toSorted((a, b) => (b.codes[0]?.count ?? 0) - (a.codes[0]?.count ?? 0))
}
