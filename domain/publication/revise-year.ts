/** A later word on the year to a month that is published: numbered, and never by fewer than three companies. */
import { publicationRevision } from '@/db/schema'
import type { Database } from '@/db/client'
import { ok, refused, type Result } from '../result'
import { SMALL_CELL } from '../totals/totals'
import { isFinancing } from '../product/classes'
import { companiesOf, isMoney } from './judge-figures'
import type { RevisedTotals } from './publication'
import { readMonths, readYear, type KnownRow } from './publish-month'

export type RevisionRefusal = 'revision-same' | 'revision-few'

/**
 * What the year to a month comes to at a position, where that can be told beside all that was published of the year. What only
 * new rows of fewer than three companies would change is left out.
 */
export async function judgeRevision(
  tx: Database,
  month: number,
  position: number,
): Promise<Result<RevisedTotals, RevisionRefusal>> {
  /** Rows that stand in any public figure of the year. */
  const known = new Map<string, KnownRow>()
  const year = await readYear(tx, month, (rows) => {
    const drawn = rows.filter((row) => row.rung === 6)
    for (const row of drawn) known.set(row.id, row)
  })
  const period = { from: Math.floor(month / 100) * 100 + 1, to: month }
  const rows = (await readMonths(tx, period, position)).filter(({ rung }) => rung === 6)
  const now = new Map(rows.map((row) => [row.id, row]))
  const fresh = rows.filter(({ id }) => !known.has(id))
  const gone = [...known.values()].filter((row) => row.month <= month && !now.has(row.id))
  const changed = companiesOf([...fresh, ...gone]).size
  if (changed === 0) return refused('revision-same')
  if (changed < SMALL_CELL || !year.admitRevision(rows)) return refused('revision-few')
  /** A figure that holds new rows of three companies or more holds them in whatever it is added to. */
  const isTold = (of: (row: KnownRow) => boolean) => {
    const isSame = !fresh.some(of) && !gone.some(of)
    return isSame || companiesOf(fresh.filter(of)).size >= SMALL_CELL
  }
  return ok({
    companies: companiesOf(rows).size,
    companyTimes: isTold(() => true) ? rows.length : null,
    drawnFen: isTold(isMoney)
      ? rows.filter((row) => isFinancing(row.class)).reduce((sum, row) => sum + row.amountFen, 0)
      : null,
  })
}

/** Keeps a revision as it was published: later figures of the year are judged beside it. */
export async function publishRevision(
  tx: Database,
  row: typeof publicationRevision.$inferInsert,
): Promise<void> {
  await tx.insert(publicationRevision).values(row)
}
