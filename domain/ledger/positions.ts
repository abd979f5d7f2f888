/** Positions: where in the order in which transactions become visible something of the ledger stands. */
import { and, desc, isNotNull, lte, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { ledgerCommit, service, serviceMark } from '@/db/schema'
import { lockName } from '../context'
import type { LedgerPosition } from './ledger'

const { position, at } = ledgerCommit

/** The last position there is: whatever is visible now stands at it or before. 0 while the ledger is empty. */
export async function findLastPosition(db: Database): Promise<LedgerPosition> {
  return (await findPositionBefore(db)) ?? { position: 0, at: new Date(0) }
}

/** The last position by a moment, or null where nothing was known yet. */
export async function findPositionBefore(
  db: Database,
  moment?: Date,
): Promise<LedgerPosition | null> {
  const [found] = await db
    .select({ position: sql<number>`${position}`.mapWith(Number), at })
    .from(ledgerCommit)
    .where(and(isNotNull(position), moment && lte(at, moment)))
    .orderBy(desc(position))
    .limit(1)
  return found ?? null
}

/**
 * The moment of a position, which is of what came with it or, where its transaction failed, of what came before; null where
 * the ledger has not come to it.
 */
export async function findPosition(db: Database, wanted: number): Promise<LedgerPosition | null> {
  const last = await findLastPosition(db)
  if (wanted > last.position) return null
  const [found] = await db
    .select({ at })
    .from(ledgerCommit)
    .where(lte(position, wanted))
    .orderBy(desc(position))
    .limit(1)
  return { position: wanted, at: found?.at ?? new Date(0) }
}

/**
 * For a ledger that is told long after, all in one transaction: opens a commit for each moment. `placeCommits` then has to be
 * called before it ends.
 */
export async function openCommits(
  tx: Database,
  moments: readonly Date[],
): Promise<(moment: Date) => number> {
  const distinct = [...new Set(moments.map(Number))].toSorted((a, b) => a - b)
  const { rows } = await tx.execute<{ id: string; ms: string }>(sql`
    insert into ${ledgerCommit} (at)
    select to_timestamp(ms::numeric / 1000) from json_array_elements_text(${JSON.stringify(distinct)}::json) as told(ms)
    returning id, round(extract(epoch from at) * 1000) as ms`)
  const idOf = new Map(rows.map(({ id, ms }) => [Number(ms), Number(id)]))
  return (moment) => {
    const found = idOf.get(Number(moment))
    if (found === undefined) throw new Error(`no commit was opened at ${moment.toISOString()}`)
    return found
  }
}

/** What is written next in this transaction comes with another commit. */
export async function openNextCommit(tx: Database): Promise<void> {
  await tx.execute(sql`select set_config('kerong.ledger_commit', '', true)`)
}

/** Gives the commits of this transaction their positions, in the order of the moments that their rows and marks tell. */
export async function placeCommits(tx: Database): Promise<void> {
  await lockName(tx, 'ledger position')
  await tx.execute(sql`
    with told as (
      select commit_id, recorded_at as at from ${service} union all select commit_id, at from ${serviceMark}),
    placed as (
      select commit_id, max(told.at) as at, row_number() over (order by max(told.at), commit_id) as place
      from told join ${ledgerCommit} as c on c.id = told.commit_id where c.position is null group by commit_id)
    update ${ledgerCommit} set at = placed.at,
      position = (select coalesce(max(position), 0) from ${ledgerCommit}) + placed.place
    from placed where ${ledgerCommit.id} = placed.commit_id`)
  await tx.execute(sql`select setval('ledger_position', max(position)) from ${ledgerCommit}`)
}
