import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { need } from '@/db/schema'

/** Needs that nobody but their company has read go with its members; one in review is a draft again. */
export async function handDrafts(tx: Database, from: string, to: string): Promise<void> {
  await tx
    .update(need)
    .set({ state: 'draft', reviewDueAt: null })
    .where(and(eq(need.organisationId, from), eq(need.state, 'in-review')))
  await tx
    .update(need)
    .set({ organisationId: to })
    .where(and(eq(need.organisationId, from), inArray(need.state, ['draft', 'returned'])))
}
