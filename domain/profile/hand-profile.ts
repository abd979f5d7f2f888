import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { datedProfile, profile, profileYear, qualification } from '@/db/schema'

const tables = [profile, profileYear, qualification, datedProfile]

/** What one organisation said of itself is another's from now on, in place of what that had said. */
export async function handProfile(tx: Database, from: string, to: string): Promise<void> {
  for (const table of tables) {
    await tx.delete(table).where(eq(table.organisationId, to))
    await tx.update(table).set({ organisationId: to }).where(eq(table.organisationId, from))
  }
}
