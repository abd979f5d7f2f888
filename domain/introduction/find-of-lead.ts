import { and, desc, eq } from 'drizzle-orm'
import { introduction, match } from '@/db/schema'
import type { FinancierActor } from '../actor'
import type { Context } from '../context'

/**
 * Where a lead of one's own went that is none any more: the introduction that it became, the latest of several, or none; null
 * where it never was one's own.
 */
export async function findGoneLead(
  { db, actor }: Context<FinancierActor>,
  matchId: string,
): Promise<{ introductionId: string | null } | null> {
  const [found] = await db
    .select({ introductionId: introduction.id })
    .from(match)
    .leftJoin(
      introduction,
      and(eq(introduction.needId, match.needId), eq(introduction.financierId, match.financierId)),
    )
    .where(and(eq(match.id, matchId), eq(match.financierId, actor.organisationId)))
    .orderBy(desc(introduction.createdAt), desc(introduction.id))
    .limit(1)
  return found ?? null
}
