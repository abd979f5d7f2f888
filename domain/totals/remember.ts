/** What was read from the rows is remembered while it cannot have changed: a page that is asked again asks the rows once. */
import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { ledgerCommit, totalVersion } from '@/db/schema'
import type { TotalsContext } from './reach'
import type { Question } from './totals'

const MOST = 2_000
/** Of each database by question; the longest unasked go first. */
const rememberedOf = new WeakMap<Database, Map<string, { version: string; answer: unknown }>>()

/** Whose rows are asked: all of an actor that says which it reads. */
function reachOf(context: TotalsContext): unknown {
  if ('wholeCity' in context) return 'city'
  const { actor } = context
  return actor.audience === 'official' ? actor.scope : [actor.audience, actor.organisationId]
}

/**
 * How long the rows of a question are as they are: for ever at a past position; else while no row of its months, or of the months
 * before (where a first loan may stand), is added or moved.
 */
async function readVersion({ db }: TotalsContext, { asOf, period }: Question): Promise<string> {
  const { rows } = await db.execute<{ isPast: boolean; version: string }>(sql`
    select ${asOf}::int <= (select coalesce(max(position), 0) from ${ledgerCommit}) as "isPast",
      (select coalesce(sum(n), 0) from ${totalVersion} where month <= ${period.to}) as version`)
  return rows[0]?.isPast ? 'past' : String(rows[0]?.version)
}

/** The answer of rows to a question, read once for each change of its months. `what` names the figures that are asked for. */
export async function remember<Answer>(
  what: string,
  context: TotalsContext,
  question: Question,
  read: () => Promise<Answer>,
): Promise<Answer> {
  // A transaction reads what it wrote itself, and what was there when it began.
  if ('rollback' in context.db) return read()
  const version = await readVersion(context, question)
  const remembered = rememberedOf.get(context.db) ?? new Map()
  rememberedOf.set(context.db, remembered)
  const key = JSON.stringify([what, reachOf(context), question])
  const known = remembered.get(key)
  remembered.delete(key)
  // What is read may be newer than the version that was told before: it is then read once more, never kept too long.
  const answer = known?.version === version ? (known.answer as Answer) : await read()
  remembered.set(key, { version, answer })
  for (const [oldest] of remembered) {
    if (remembered.size <= MOST) break
    remembered.delete(oldest)
  }
  return answer
}
