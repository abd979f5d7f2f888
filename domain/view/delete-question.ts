import { and, eq } from 'drizzle-orm'
import { savedQuestion } from '@/db/schema'
import type { OfficialActor } from '../actor'
import { transact, type Context } from '../context'
import { ok, refused, type Result } from '../result'

/** One of one's own; another's is not found. */
export async function deleteQuestion(
  context: Context<OfficialActor>,
  questionId: string,
): Promise<Result<string, 'not-found'>> {
  const { actor } = context
  return transact(context, async (tx) => {
    const gone = await tx
      .delete(savedQuestion)
      .where(and(eq(savedQuestion.id, questionId), eq(savedQuestion.memberId, actor.memberId)))
      .returning({ id: savedQuestion.id })
    return gone.length > 0 ? ok(questionId) : refused('not-found')
  })
}
