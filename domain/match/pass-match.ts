import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { isAmong } from '@/db/among'
import type { Database } from '@/db/client'
import { match } from '@/db/schema'
import { whyNotActAs, type FinancierActor, type WhyNotAct } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import type { DeclineCode } from '../introduction/introduction'
import { ok, refused, type Result } from '../result'

/**
 * A financier passes a lead over (`code` optional) or, with `undo`, takes that back: the need, for all its products. It is no
 * introduction.
 */
export async function passMatch(
  context: Context<FinancierActor>,
  matchId: string,
  how: { undo: false; code: DeclineCode | null } | { undo: true },
): Promise<Result<string, WhyNotAct | 'not-found'>> {
  const no = whyNotActAs(context.actor, 'financier')
  if (no) return refused(no)
  const { organisationId } = context.actor
  return transact(context, async (tx) => {
    const own = tx
      .select({ needId: match.needId })
      .from(match)
      .where(and(eq(match.id, matchId), eq(match.financierId, organisationId)))
    const passed = await tx
      .update(match)
      .set(
        how.undo
          ? { passedAt: null, passCode: null }
          : { passedAt: context.now, passCode: how.code },
      )
      .where(and(inArray(match.needId, own), eq(match.financierId, organisationId)))
      .returning({ id: match.id })
    if (passed.length === 0) return refused('not-found')
    await recordEvent(tx, context, how.undo ? 'match.restored' : 'match.passed', matchId)
    return ok(matchId)
  })
}

/** What a judgement has just made of needs that their financier passed over is passed over too. */
export async function keepPassed(
  tx: Database,
  needIds: readonly string[],
  madeAt: Date,
): Promise<void> {
  const before = alias(match, 'before')
  await tx
    .update(match)
    .set({ passedAt: sql`${before.passedAt}`, passCode: sql`${before.passCode}` })
    .from(before)
    .where(
      and(
        isAmong(match.needId, needIds),
        eq(match.firstJudgedAt, madeAt),
        isNull(match.passedAt),
        eq(before.needId, match.needId),
        eq(before.financierId, match.financierId),
        isNotNull(before.passedAt),
      ),
    )
}
