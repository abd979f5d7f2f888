import { and, eq, ne } from 'drizzle-orm'
import { savedView, viewChoice } from '@/db/schema'
import { whyNotAdmitted, type FinancierActor, type WhyNotAct } from '../actor'
import { lockName, transact, type Context } from '../context'
import { ok, refused, type Result } from '../result'
import { isSeenBy } from './queries'

/** A member's own choices about a view it sees: an alert, and whether its list opens with it; one view at most does. */
export async function chooseView(
  context: Context<FinancierActor>,
  viewId: string,
  choice: { alert: boolean; opensFirst: boolean },
): Promise<Result<string, 'not-found' | WhyNotAct>> {
  const { memberId, organisationState } = context.actor
  const no = whyNotAdmitted(organisationState)
  if (no) return refused(no)
  return transact(context, async (tx) => {
    await lockName(tx, `views ${memberId}`)
    const [seen] = await tx
      .select({ id: savedView.id })
      .from(savedView)
      .where(and(eq(savedView.id, viewId), isSeenBy(context.actor)))
      .for('key share')
    if (!seen) return refused('not-found')
    if (choice.opensFirst)
      await tx
        .update(viewChoice)
        .set({ opensFirst: false })
        .where(and(eq(viewChoice.memberId, memberId), ne(viewChoice.viewId, viewId)))
    await tx
      .insert(viewChoice)
      .values({ viewId, memberId, ...choice })
      .onConflictDoUpdate({ target: [viewChoice.viewId, viewChoice.memberId], set: choice })
    return ok(viewId)
  })
}
