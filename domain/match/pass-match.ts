import { and, eq } from 'drizzle-orm'
import { match } from '@/db/schema'
import { whyNotActAs, type FinancierActor, type WhyNotAct } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import type { DeclineCode } from '../introduction/introduction'
import { ok, refused, type Result } from '../result'

/** A financier passes a lead over (`code` optional) or, with `undo`, takes that back. It is no introduction. */
export async function passMatch(
  context: Context<FinancierActor>,
  matchId: string,
  how: { undo: false; code: DeclineCode | null } | { undo: true },
): Promise<Result<string, WhyNotAct | 'not-found'>> {
  const no = whyNotActAs(context.actor, 'financier')
  if (no) return refused(no)
  return transact(context, async (tx) => {
    const [passed] = await tx
      .update(match)
      .set(
        how.undo
          ? { passedAt: null, passCode: null }
          : { passedAt: context.now, passCode: how.code },
      )
      .where(and(eq(match.id, matchId), eq(match.financierId, context.actor.organisationId)))
      .returning({ id: match.id })
    if (!passed) return refused('not-found')
    await recordEvent(tx, context, how.undo ? 'match.restored' : 'match.passed', matchId)
    return ok(matchId)
  })
}
