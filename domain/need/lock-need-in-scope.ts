import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { need, organisation } from '@/db/schema'
import type { OfficialActor } from '../actor'
import { inScope } from '../organisation/scope'

/** A need of a company in the official's places, locked; a draft is seen by its company alone. */
export async function lockNeedInScope(tx: Database, actor: OfficialActor, needId: string) {
  const [row] = await tx
    .select({ need })
    .from(need)
    .innerJoin(organisation, eq(organisation.id, need.organisationId))
    .where(and(eq(need.id, needId), inScope(actor.scope)))
    .for('no key update', { of: need })
  return row && row.need.state !== 'draft' ? row.need : undefined
}
