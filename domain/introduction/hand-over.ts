import { and, eq } from 'drizzle-orm'
import { introduction, member } from '@/db/schema'
import type { FinancierActor } from '../actor'
import type { Context } from '../context'
import { refused, type Result } from '../result'
import { liveStates } from './introduction'
import { moveIntroduction, type MoveRefusal } from './move-introduction'

/** Hands an introduction to a colleague who may act. */
export async function handOver(
  context: Context<FinancierActor>,
  introductionId: string,
  memberId: string,
): Promise<Result<string, MoveRefusal | 'colleague-not-found'>> {
  return moveIntroduction<'colleague-not-found'>(context, introductionId, {
    as: 'financier',
    from: [...liveStates, 'drawn'],
    event: 'introduction.handed-over',
    alone: true,
    facts: { memberId },
    run: async (tx, found) => {
      const [colleague] = await tx
        .select({ role: member.role })
        .from(member)
        .where(
          and(
            eq(member.id, memberId),
            eq(member.organisationId, found.financierId),
            eq(member.state, 'active'),
          ),
        )
      if (!colleague || colleague.role === 'viewer') return refused('colleague-not-found')
      await tx
        .update(introduction)
        .set({ assignedMemberId: memberId })
        .where(eq(introduction.id, found.id))
      return undefined
    },
  })
}
