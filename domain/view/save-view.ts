import { eq } from 'drizzle-orm'
import type * as z from 'zod'
import type { Database } from '@/db/client'
import { savedView, viewChoice } from '@/db/schema'
import { whyNotAdmitted, type FinancierActor, type WhyNotAct } from '../actor'
import { lockName, transact, type Context } from '../context'
import { newId } from '../id'
import { ok, refused, type Result } from '../result'
import { tidyFilter, VIEWS_AT_MOST, type LeadFilter, type saveViewSchema } from './view'

export type SaveViewRefusal = 'view-name-taken' | 'too-many-views' | WhyNotAct

/** Names of one's own views, under the lock that two tabs share. */
export async function lockOwnNames(tx: Database, memberId: string) {
  await lockName(tx, `views ${memberId}`)
  return tx
    .select({ id: savedView.id, name: savedView.name })
    .from(savedView)
    .where(eq(savedView.memberId, memberId))
}

/**
 * Keeps a filter under a name, for oneself or for the organisation; a viewer only for itself. How a member reads its list
 * is nobody's record: no event.
 */
export async function saveView(
  context: Context<FinancierActor>,
  input: z.output<typeof saveViewSchema>,
  filter: LeadFilter,
): Promise<Result<string, SaveViewRefusal>> {
  const { actor, now } = context
  const no = whyNotAdmitted(actor.organisationState)
  if (no) return refused(no)
  if (input.shared && actor.role === 'viewer') return refused('viewer-only-reads')
  return transact(context, async (tx) => {
    const own = await lockOwnNames(tx, actor.memberId)
    if (own.length >= VIEWS_AT_MOST) return refused('too-many-views', { most: VIEWS_AT_MOST })
    if (own.some(({ name }) => name === input.name)) return refused('view-name-taken')
    const id = newId()
    await tx.insert(savedView).values({
      id,
      organisationId: actor.organisationId,
      memberId: actor.memberId,
      name: input.name,
      shared: input.shared,
      filter: tidyFilter(filter),
      savedAt: now,
    })
    if (input.alert)
      await tx.insert(viewChoice).values({ viewId: id, memberId: actor.memberId, alert: true })
    return ok(id)
  })
}
