import { and, eq } from 'drizzle-orm'
import { savedView } from '@/db/schema'
import type { FinancierActor } from '../actor'
import { transact, type Context } from '../context'
import { ok, refused, type Result } from '../result'
import { isChangedBy } from './queries'

/** For everybody who sees it; what it has told stays told. */
export function deleteView(
  context: Context<FinancierActor>,
  viewId: string,
): Promise<Result<string, 'not-found'>> {
  return transact(context, async (tx) => {
    const gone = await tx
      .delete(savedView)
      .where(and(eq(savedView.id, viewId), isChangedBy(context.actor)))
      .returning({ id: savedView.id })
    return gone.length > 0 ? ok(viewId) : refused('not-found')
  })
}
