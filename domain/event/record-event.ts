import type { Database } from '@/db/client'
import { event } from '@/db/schema'
import { isMember, type Context } from '../context'
import { newId } from '../id'
import { tell } from '../notification/tell'
import type { EventType } from './event'

/**
 * Writes one event in the transaction of the change it tells of, and tells the members it concerns. Facts are codes and
 * figures, never prose.
 */
export async function recordEvent(
  tx: Database,
  { actor, now }: Context,
  type: EventType,
  subjectId: string,
  about: { companyId?: string; facts?: Record<string, string | number | boolean | null> } = {},
): Promise<void> {
  const who = isMember(actor) ? actor : null
  const happened = {
    id: newId(),
    at: now,
    type,
    memberId: who?.memberId ?? null,
    organisationId: who?.organisationId ?? null,
    subjectId,
    companyId: about.companyId ?? null,
    facts: about.facts ?? {},
  }
  await tx.insert(event).values(happened)
  await tell(tx, happened)
}
