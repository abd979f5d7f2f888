/** The cells held against the rows they were reckoned from, and put right where they differ. */
import { desc, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { totalCell, totalCheck } from '@/db/schema'
import { newId } from '../id'
import { cellsAnew } from './cells-anew'
import { findLastPosition } from './positions'

/** How many cells there are or should be, and how many of them are not what the rows give. */
export interface CellsCompared {
  cells: number
  differing: number
}

/** In one reading: who enters meanwhile changes neither side. */
export async function compareCells(db: Database): Promise<CellsCompared> {
  const { rows } = await db.execute<{ cells: string; differing: string }>(sql`
    with kept as (
      select dimension, part, rung, measure, month, before, sum(n) as n from ${totalCell}
      group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0)
    select count(*) as cells, count(*) filter (where kept.n is distinct from anew.n) as differing
    from kept full join (${cellsAnew}) as anew using (dimension, part, rung, measure, month, before)`)
  return { cells: Number(rows[0]?.cells), differing: Number(rows[0]?.differing) }
}

/** Reckons all cells anew; entries wait until the transaction ends. */
export async function renewCells(tx: Database): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('ledger position', 0))`)
  await tx.delete(totalCell)
  await tx.execute(
    sql`insert into ${totalCell} (dimension, part, rung, measure, month, before, n) ${cellsAnew}`,
  )
}

export interface TotalCheck extends CellsCompared {
  id: string
  at: Date
}

export async function keepCheck(tx: Database, at: Date, found: CellsCompared): Promise<TotalCheck> {
  const { position } = await findLastPosition(tx)
  const check = { id: newId(), at, ...found }
  await tx.insert(totalCheck).values({ ...check, position })
  return check
}

/** The last time the cells were held against the rows; null where they never were. */
export async function findLastCheck(db: Database): Promise<TotalCheck | null> {
  const [last] = await db
    .select({
      id: totalCheck.id,
      at: totalCheck.at,
      cells: totalCheck.cells,
      differing: totalCheck.differing,
    })
    .from(totalCheck)
    .orderBy(desc(totalCheck.at))
    .limit(1)
  return last ?? null
}
