import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { savedView } from '@/db/schema'

/** Saved views go with the members who made them. */
export async function handViews(tx: Database, from: string, to: string): Promise<void> {
  await tx.update(savedView).set({ organisationId: to }).where(eq(savedView.organisationId, from))
}
