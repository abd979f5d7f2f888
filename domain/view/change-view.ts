import { and, eq } from 'drizzle-orm'
import { savedView } from '@/db/schema'
import { whyNotAdmitted, type FinancierActor, type WhyNotAct } from '../actor'
import { transact, type Context } from '../context'
import { ok, refused, type Result } from '../result'
import { isChangedBy } from './queries'
import { lockOwnNames } from './save-view'
import { tidyFilter, type LeadFilter } from './view'

export type ChangeViewRefusal = 'not-found' | 'view-name-taken' | WhyNotAct

/** Another filter, or another name and whether it is shared. A colleague's own view is not found. */
export async function changeView(
  context: Context<FinancierActor>,
  viewId: string,
  change: { filter: LeadFilter } | { name: string; shared: boolean },
): Promise<Result<string, ChangeViewRefusal>> {
  const { actor, now } = context
  const no = whyNotAdmitted(actor.organisationState)
  if (no) return refused(no)
  if ('shared' in change && change.shared && actor.role === 'viewer')
    return refused('viewer-only-reads')
  return transact(context, async (tx) => {
    const [found] = await tx
      .select({ memberId: savedView.memberId })
      .from(savedView)
      .where(and(eq(savedView.id, viewId), isChangedBy(actor)))
      .for('update')
    if (!found) return refused('not-found')
    if ('name' in change) {
      const others = await lockOwnNames(tx, found.memberId)
      if (others.some(({ id, name }) => id !== viewId && name === change.name))
        return refused('view-name-taken')
    }
    const set = 'filter' in change ? { filter: tidyFilter(change.filter) } : change
    await tx
      .update(savedView)
      .set({ ...set, savedAt: now })
      .where(eq(savedView.id, viewId))
    return ok(viewId)
  })
}
