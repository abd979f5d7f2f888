import { and, eq, lt, sql } from 'drizzle-orm'
import { clear } from '@/db/clear'
import type { Database } from '@/db/client'
import { act } from '@/db/schema'
import type { Actor, MemberActor } from './actor'
import type { Result } from './result'

/** Everything a verb or query needs of the moment: who, when, and where the rows are. */
export interface Context<Who extends Actor = Actor> {
  actor: Who
  now: Date
  db: Database
  /** Where the request came from, as limits count it; null or absent where that is not known. */
  address?: string | null
  /** Makes a form that is sent twice one act: its key, and how many verbs it has run. */
  once?: { key: string; acts: number }
}

class Refused extends Error {
  constructor(readonly result: Result<never>) {
    super('refused')
  }
}

/** Serialisation failure, deadlock, and somebody else's row of the same key: asked again, a verb knows what to say. */
const RETRIED = new Set(['40001', '40P01', '23505'])

/** The SQLSTATE of a database error, wherever the driver wrapped it. */
export function sqlState(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'cause' in error ? sqlState(error.cause) : null
}

/** Takes the key of an act. Where it was taken before, answers what that act answered; it waits for one under way. */
async function takeKey(
  tx: Database,
  memberId: string,
  key: string,
  now: Date,
): Promise<{ answer: unknown } | null> {
  const taken = await tx
    .insert(act)
    .values({ memberId, key, at: now })
    .onConflictDoNothing()
    .returning({ key: act.key })
  if (taken.length > 0) return null
  const [earlier] = await tx
    .select({ answer: act.answer })
    .from(act)
    .where(and(eq(act.memberId, memberId), eq(act.key, key)))
  return earlier ?? null
}

/** Deletes the keys of acts before a moment: a form that old is sent as a new one. Answers how many. */
export function clearActs(db: Database, before: Date): Promise<number> {
  return clear(db, act, lt(act.at, before))
}

/** One act of a member is run once, however often its form is sent. */
async function runOnce<Value, Refusal extends string>(
  { actor, once, now }: Context,
  tx: Database,
  run: (tx: Database) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  if (!once || !isMember(actor)) return run(tx)
  const key = `${once.key}#${once.acts}`
  const earlier = await takeKey(tx, actor.memberId, key, now)
  // The same key and place in the same code: the answer has the shape it had.
  if (earlier) return { ok: true, value: earlier.answer as Value }
  const result = await run(tx)
  if (result.ok) {
    await tx
      .update(act)
      .set({ answer: result.value })
      .where(and(eq(act.memberId, actor.memberId), eq(act.key, key)))
  }
  return result
}

/**
 * Runs a verb in one transaction. A refusal rolls it back, so that it leaves no trace; a serialisation failure, a
 * deadlock or a key taken meanwhile (an address, a code drawn twice) is tried again, three times.
 */
export async function transact<Value, Refusal extends string>(
  context: Context,
  run: (tx: Database) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  if (context.once) context.once.acts++
  for (let attempt = 1; ; attempt++) {
    try {
      return await context.db.transaction(async (tx) => {
        const result = await runOnce(context, tx, run)
        if (!result.ok) throw new Refused(result)
        return result
      })
    } catch (error) {
      if (error instanceof Refused) return error.result as Result<never, Refusal>
      if (attempt < 3 && RETRIED.has(sqlState(error) ?? '')) continue
      throw error
    }
  }
}

export function isMember(actor: Actor): actor is MemberActor {
  return actor.audience !== 'public' && actor.audience !== 'clock'
}

/** Serialises writers that race for one named thing until the transaction ends. */
export async function lockName(tx: Database, name: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`)
}
