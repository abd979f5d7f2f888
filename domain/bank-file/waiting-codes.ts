import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { waitingCode, waitingRow } from '@/db/schema'
import { isMember, type Context } from '../context'
import { newId } from '../id'
import type { ServiceSource } from '../ledger/ledger'
import type { BankRow } from './bank-file'

const AT_ONCE = 1_000

/** Those of some codes that a verifier has refused. */
export async function readRefusedCodes(
  tx: Database,
  codes: readonly string[],
): Promise<Set<string>> {
  const refused = new Set<string>()
  for (let start = 0; start < codes.length; start += AT_ONCE) {
    const batch = codes.slice(start, start + AT_ONCE)
    const found = await tx
      .select({ uscc: waitingCode.uscc })
      .from(waitingCode)
      .where(and(eq(waitingCode.state, 'refused'), inArray(waitingCode.uscc, batch)))
    for (const { uscc } of found) refused.add(uscc)
  }
  return refused
}

/** Each row with the key under which it waits once; the same one again has another. */
function keyed(rows: readonly BankRow[], financierIdOf: (row: BankRow) => string) {
  const times = new Map<string, number>()
  return rows.map((facts) => {
    const financierId = financierIdOf(facts)
    const { uscc, contractNo, granted, drawn, voucher } = facts
    const same = JSON.stringify([uscc, financierId, contractNo, granted, drawn, voucher])
    const time = (times.get(same) ?? 0) + 1
    times.set(same, time)
    return { facts, financierId, key: `${same} ${time}` }
  })
}

/** How many of some rows are not waiting already. */
export async function countNotWaiting(
  tx: Database,
  rows: readonly BankRow[],
  financierIdOf: (row: BankRow) => string,
): Promise<number> {
  const keys = keyed(rows, financierIdOf).map(({ key }) => key)
  const there = await tx.$count(
    waitingRow,
    sql`${waitingRow.key} = any(${sql.param(keys)}::text[])`,
  )
  return keys.length - there
}

/** Keeps rows until their codes are judged. Answers how many were not waiting already. */
export async function keepWaiting(
  tx: Database,
  { actor, now }: Context,
  rows: readonly BankRow[],
  financierIdOf: (row: BankRow) => string,
  how: { source?: ServiceSource; importId?: string } = {},
): Promise<number> {
  const firsts = new Map(rows.map((row) => [row.uscc, row]))
  let kept = 0
  const codeIds = new Map<string, string>()
  const codes = [...firsts]
  for (let start = 0; start < codes.length; start += AT_ONCE) {
    const batch = codes.slice(start, start + AT_ONCE)
    await tx
      .insert(waitingCode)
      .values(
        batch.map(([uscc, { company, codeWaits }]) => ({
          ...{ id: newId(), uscc, companyName: company },
          reason: codeWaits ? ('check' as const) : ('unknown' as const),
          ...{ state: 'waiting' as const, since: now },
        })),
      )
      .onConflictDoNothing({ target: waitingCode.uscc })
    const found = await tx
      .select({ id: waitingCode.id, uscc: waitingCode.uscc })
      .from(waitingCode)
      .where(
        inArray(
          waitingCode.uscc,
          batch.map(([uscc]) => uscc),
        ),
      )
    for (const { id, uscc } of found) codeIds.set(uscc, id)
  }
  const values = keyed(rows, financierIdOf).map(({ facts, financierId, key }) => {
    const codeId = codeIds.get(facts.uscc)
    if (!codeId) throw new Error(`code ${facts.uscc} was written and is not there`)
    return {
      ...{ id: newId(), codeId, financierId, facts, key, at: now },
      memberId: isMember(actor) ? actor.memberId : null,
      ...how,
    }
  })
  for (let start = 0; start < values.length; start += AT_ONCE) {
    const written = await tx
      .insert(waitingRow)
      .values(values.slice(start, start + AT_ONCE))
      .onConflictDoNothing({ target: [waitingRow.codeId, waitingRow.key] })
      .returning({ id: waitingRow.id })
    kept += written.length
  }
  return kept
}

/** Takes back rows that still wait, and the codes of which none is left. Answers how many rows. */
export async function dropWaiting(tx: Database, importId: string): Promise<number> {
  const dropped = await tx
    .delete(waitingRow)
    .where(
      and(
        eq(waitingRow.importId, importId),
        sql`exists (select 1 from ${waitingCode} where ${waitingCode.id} = ${waitingRow.codeId} and ${waitingCode.state} = 'waiting')`,
      ),
    )
    .returning({ codeId: waitingRow.codeId })
  const left = sql`not exists (select 1 from ${waitingRow} where ${waitingRow.codeId} = ${waitingCode.id})`
  const codeIds = [...new Set(dropped.map(({ codeId }) => codeId))]
  for (let start = 0; start < codeIds.length; start += AT_ONCE)
    await tx
      .delete(waitingCode)
      .where(
        and(
          eq(waitingCode.state, 'waiting'),
          inArray(waitingCode.id, codeIds.slice(start, start + AT_ONCE)),
          left,
        ),
      )
  return dropped.length
}
