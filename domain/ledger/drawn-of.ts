import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { service } from '@/db/schema'
import { countedStates } from './ledger'

/** The drawings of an introduction that were not voided, a disputed one too: how many, and how much in fen. */
export async function drawnOf(tx: Database, introductionId: string) {
  const [drawn] = await tx
    .select({
      drawings: sql<number>`count(*)::int`,
      fen: sql<number>`coalesce(sum(${service.amountFen}), 0)::bigint`.mapWith(Number),
    })
    .from(service)
    .where(
      and(
        eq(service.introductionId, introductionId),
        eq(service.rung, 6),
        inArray(service.state, [...countedStates, 'disputed']),
      ),
    )
  return drawn ?? { drawings: 0, fen: 0 }
}
