import { eq } from 'drizzle-orm'
import type * as z from 'zod'
import { savedQuestion } from '@/db/schema'
import type { OfficialActor } from '../actor'
import { lockName, transact, type Context } from '../context'
import { newId } from '../id'
import { ok, refused, type Result } from '../result'
import { QUESTIONS_AT_MOST, type SavedParameters, type saveQuestionSchema } from './view'

export type SaveQuestionRefusal = 'question-name-taken' | 'too-many-questions'

/** Keeps a question of the monitor under a name, for its member alone. How somebody reads is nobody's record: no event. */
export async function saveQuestion(
  context: Context<OfficialActor>,
  { name }: Pick<z.output<typeof saveQuestionSchema>, 'name'>,
  parameters: SavedParameters,
): Promise<Result<string, SaveQuestionRefusal>> {
  const { actor, now } = context
  const { memberId } = actor
  return transact(context, async (tx) => {
    await lockName(tx, `questions ${memberId}`)
    const own = await tx
      .select({ name: savedQuestion.name })
      .from(savedQuestion)
      .where(eq(savedQuestion.memberId, memberId))
    if (own.length >= QUESTIONS_AT_MOST)
      return refused('too-many-questions', { most: QUESTIONS_AT_MOST })
    if (own.some((one) => one.name === name)) return refused('question-name-taken')
    const id = newId()
    await tx.insert(savedQuestion).values({ id, memberId, name, parameters, savedAt: now })
    return ok(id)
  })
}
