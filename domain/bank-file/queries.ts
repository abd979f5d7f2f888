import { asc, eq, sql } from 'drizzle-orm'
import { organisation, waitingCode, waitingRow } from '@/db/schema'
import type { Context } from '../context'
import type { OfficialActor } from '../actor'

const CODES_AT_MOST = 200

/** Codes that fail their check and wait for a verifier of the whole city, longest waiting first, each with its rows. */
export async function listWaitingCodes({ db, actor }: Context<OfficialActor>) {
  if (!actor.scope.city) return []
  return db
    .select({
      id: waitingCode.id,
      uscc: waitingCode.uscc,
      companyName: waitingCode.companyName,
      since: waitingCode.since,
      rows: sql<number>`count(${waitingRow.id})::int`,
    })
    .from(waitingCode)
    .leftJoin(waitingRow, eq(waitingRow.codeId, waitingCode.id))
    .where(eq(waitingCode.state, 'waiting'))
    .groupBy(waitingCode.id)
    .orderBy(asc(waitingCode.since), asc(waitingCode.id))
    .limit(CODES_AT_MOST)
}

/** How many such codes wait for an official of the whole city. */
export async function countWaitingCodes({ db, actor }: Context<OfficialActor>): Promise<number> {
  return actor.scope.city ? db.$count(waitingCode, eq(waitingCode.state, 'waiting')) : 0
}

/** One code that fails its check, and the rows that wait with it. */
export async function findWaitingCode({ db, actor }: Context<OfficialActor>, codeId: string) {
  if (!actor.scope.city) return null
  const [code] = await db.select().from(waitingCode).where(eq(waitingCode.id, codeId))
  if (!code) return null
  const rows = await db
    .select({ id: waitingRow.id, facts: waitingRow.facts, financier: organisation.name })
    .from(waitingRow)
    .innerJoin(organisation, eq(organisation.id, waitingRow.financierId))
    .where(eq(waitingRow.codeId, codeId))
    .orderBy(asc(waitingRow.key))
  return { code, rows }
}
