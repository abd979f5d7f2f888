import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { need } from '@/db/schema'
import type { CompanyActor } from '../actor'

/** The company's own need, locked against its other tabs; somebody else's is not found. */
export async function lockOwnNeed(tx: Database, actor: CompanyActor, needId: string) {
  const [own] = await tx
    .select()
    .from(need)
    .where(and(eq(need.id, needId), eq(need.organisationId, actor.organisationId)))
    .for('no key update')
  return own
}
