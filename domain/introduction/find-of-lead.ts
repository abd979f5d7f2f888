import { and, desc, eq } from 'drizzle-orm'
import { introduction, match } from '@/db/schema'
import type { FinancierActor } from '../actor'
import type { Context } from '../context'

/** Where a lead of one's own went: the introduction that it became, the latest of several. */
export async function findIntroductionOfLead(
  { db, actor }: Context<FinancierActor>,
  matchId: string,
): Promise<string | null> {
  const [found] = await db
    .select({ id: introduction.id })
    .from(match)
    .innerJoin(
      introduction,
      and(eq(introduction.needId, match.needId), eq(introduction.financierId, match.financierId)),
    )
    .where(and(eq(match.id, matchId), eq(match.financierId, actor.organisationId)))
    .orderBy(desc(introduction.createdAt), desc(introduction.id))
    .limit(1)
  return found?.id ?? null
}
