import { and, eq } from 'drizzle-orm'
import { savedView } from '@/db/schema'
import { whyNotAdmitted, type FinancierActor, type WhyNotAct } from '../actor'
import { transact, type Context } from '../context'
import { ok, refused, type Result } from '../result'
import { isChangedBy } from './queries'

/** For everybody who sees it; what it has told stays told. */
export async function deleteView(
  context: Context<FinancierActor>,
  viewId: string,
): Promise<Result<string, 'not-found' | WhyNotAct>> {
  const no = whyNotAdmitted(context.actor.organisationState)
  if (no) return refused(no)
  return transact(context, async (tx) => {
    const gone = await tx
      .delete(savedView)
      .where(and(eq(savedView.id, viewId), isChangedBy(context.actor)))
      .returning({ id: savedView.id })
    return gone.length > 0 ? ok(viewId) : refused('not-found')
  })
}
