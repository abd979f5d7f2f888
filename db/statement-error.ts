/** What is told of a statement that failed. Values, which may be anybody's name, phone or password, are never part of it. */
import { PgPreparedQuery } from 'drizzle-orm/pg-core'

const LONGEST_STATEMENT = 500

/** Of node and of PostgreSQL: nobody answers, or the server is on its way down or up, or takes no more connections. */
const away =
  /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EPIPE|EHOSTUNREACH|08...|57P0[123]|53300)$/
const awayWords = /^Connection terminated|^timeout exceeded when trying to connect|^Client has en/

const textOf = (error: unknown, name: string): string | undefined => {
  if (typeof error !== 'object' || error === null || !(name in error)) return undefined
  const value = (error as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : undefined
}

/** The database does not answer; the digest is what a page knows it by. */
class DatabaseAway extends Error {
  override name = 'DatabaseAway'
  readonly digest = 'database-away'
}

/**
 * PostgreSQL's own words hold values (the key that exists, the text that is no number), so only names are kept; but where a
 * statement itself is wrong they name nothing else.
 */
class StatementError extends Error {
  override name = 'StatementError'
  readonly code: string | undefined
  readonly constraint: string | undefined

  constructor(statement: string, error: unknown) {
    const code = textOf(error, 'code')
    const constraint = textOf(error, 'constraint')
    const words = code?.startsWith('42') ? textOf(error, 'message') : undefined
    const about = [code ?? textOf(error, 'name'), constraint ?? textOf(error, 'column'), words]
    super(`${about.filter(Boolean).join(' ')} in: ${statement.slice(0, LONGEST_STATEMENT)}`)
    this.code = code
    this.constraint = constraint
  }
}

const shared = globalThis as { kerongDatabaseAway?: number }

/** An error of the driver as one that may be logged. */
export function tellable(error: unknown, statement: string): Error {
  if (error instanceof StatementError || error instanceof DatabaseAway) return error
  const code = textOf(error, 'code') ?? ''
  const words = textOf(error, 'message') ?? ''
  if (!away.test(code) && !awayWords.test(words)) return new StatementError(statement, error)
  // server/gate.mjs makes a 503 of the request that meets it.
  shared.kerongDatabaseAway = Date.now()
  return new DatabaseAway(code || 'the connection was lost')
}

interface Prepared {
  queryWithCache: (
    statement: string,
    values: unknown[],
    run: () => Promise<unknown>,
  ) => Promise<unknown>
}

/** drizzle puts every value into its error's message; the one place where it makes that error is here taken from it. */
const prepared = PgPreparedQuery.prototype as unknown as Prepared
prepared.queryWithCache = async (statement, _values, run) => {
  try {
    return await run()
  } catch (error) {
    throw tellable(error, statement)
  }
}
