import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { waitingCode } from '@/db/schema'
import { whyNotOfficial, type OfficialActor, type WhyNotOfficial } from '../actor'
import { lockName, transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import type { WaitingCodeState } from './bank-file'

export type MoveCodeRefusal = WhyNotOfficial | 'scope-not-city' | 'not-found' | 'wrong-state'
export type WaitingCode = typeof waitingCode.$inferSelect

/** Files are imported and codes are judged one after the other, so that no row comes to wait for a code just judged. */
export const lockImports = (tx: Database) => lockName(tx, 'import services')

/** What admitting and refusing a code share: a verifier of the whole city moves its state, and it is recorded. */
export async function moveCode<Refusal extends string = never>(
  context: Context<OfficialActor>,
  codeId: string,
  move: {
    from: readonly WaitingCodeState[]
    to: WaitingCodeState
    words: string
    run: (tx: Database, code: WaitingCode) => Promise<Result<never, Refusal> | undefined>
  },
): Promise<Result<string, MoveCodeRefusal | Refusal>> {
  const { actor, now } = context
  const no = whyNotOfficial(actor, 'verifier')
  if (no) return refused(no)
  if (!actor.scope.city) return refused('scope-not-city')
  return transact<string, MoveCodeRefusal | Refusal>(context, async (tx) => {
    await lockImports(tx)
    const [code] = await tx
      .select()
      .from(waitingCode)
      .where(eq(waitingCode.id, codeId))
      .for('update')
    if (!code) return refused('not-found')
    if (!move.from.includes(code.state)) return refused('wrong-state', { state: code.state })
    await tx
      .update(waitingCode)
      .set({
        ...{ state: move.to, words: move.words },
        ...{ decidedAt: now, decidedByMemberId: actor.memberId },
      })
      .where(eq(waitingCode.id, codeId))
    const stopped = await move.run(tx, code)
    if (stopped) return stopped
    const event = move.to === 'admitted' ? 'code.admitted' : 'code.refused'
    await recordEvent(tx, context, event, codeId)
    return ok(codeId)
  })
}
