import { and, eq, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { need, organisation } from '@/db/schema'
import type { CompanyActor, OfficialActor } from '../actor'
import { inScope } from '../organisation/scope'

export type NeedRow = typeof need.$inferSelect

async function lockWhere(tx: Database, where: SQL | undefined): Promise<NeedRow | undefined> {
  const [row] = await tx
    .select({ need })
    .from(need)
    .innerJoin(organisation, eq(organisation.id, need.organisationId))
    .where(where)
    .for('no key update', { of: need })
  return row?.need
}

/** A need, locked: of two people racing for its last seat exactly one wins. */
export function lockNeed(tx: Database, needId: string): Promise<NeedRow | undefined> {
  return lockWhere(tx, eq(need.id, needId))
}

/** The company's own need, locked against its other tabs; somebody else's is not found. */
export function lockOwnNeed(
  tx: Database,
  actor: CompanyActor,
  needId: string,
): Promise<NeedRow | undefined> {
  return lockWhere(tx, and(eq(need.id, needId), eq(need.organisationId, actor.organisationId)))
}

/** A need of a company in the official's places, locked; a draft is seen by its company alone. */
export async function lockNeedInScope(
  tx: Database,
  actor: OfficialActor,
  needId: string,
): Promise<NeedRow | undefined> {
  const row = await lockWhere(tx, and(eq(need.id, needId), inScope(actor.scope)))
  return row?.state === 'draft' ? undefined : row
}
