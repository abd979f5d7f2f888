import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { Actor, MemberActor } from './actor'
import type { Result } from './result'

/** Everything a verb or query needs of the moment: who, when, and where the rows are. */
export interface Context<Who extends Actor = Actor> {
  actor: Who
  now: Date
  db: Database
}

class Refused extends Error {
  constructor(readonly result: Result<never>) {
    super('refused')
  }
}

const RETRIED = new Set(['40001', '40P01'])

/** The SQLSTATE of a database error, wherever the driver wrapped it. */
export function sqlState(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'cause' in error ? sqlState(error.cause) : null
}

/** Whether two records drew the same random code: a new try draws another. */
function isCodeTaken(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  if ('constraint' in error && typeof error.constraint === 'string') {
    return sqlState(error) === '23505' && error.constraint.endsWith('_code')
  }
  return 'cause' in error && isCodeTaken(error.cause)
}

/**
 * Runs a verb in one transaction. A refusal rolls it back, so that it leaves no trace; a serialisation failure, a
 * deadlock or a code drawn twice is tried again, three times.
 */
export async function transact<Value, Refusal extends string>(
  context: Context,
  run: (tx: Database) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await context.db.transaction(async (tx) => {
        const result = await run(tx)
        if (!result.ok) throw new Refused(result)
        return result
      })
    } catch (error) {
      if (error instanceof Refused) return error.result as Result<never, Refusal>
      if (attempt < 3 && (RETRIED.has(sqlState(error) ?? '') || isCodeTaken(error))) continue
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
