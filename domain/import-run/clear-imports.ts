import { and, eq, inArray, isNotNull, lt } from 'drizzle-orm'
import { clear } from '@/db/clear'
import type { Database } from '@/db/client'
import { importRun } from '@/db/schema'

/** Drops uploads that nobody has touched since a moment, and the cells of those that are done. Answers how many. */
export async function clearImports(db: Database, before: Date): Promise<number> {
  const left = await clear(
    db,
    importRun,
    and(eq(importRun.state, 'open'), lt(importRun.changedAt, before)),
  )
  const { rowCount } = await db
    .update(importRun)
    .set({ content: null, found: null })
    .where(
      and(
        inArray(importRun.state, ['done', 'undone']),
        lt(importRun.changedAt, before),
        isNotNull(importRun.content),
      ),
    )
  return left + (rowCount ?? 0)
}
