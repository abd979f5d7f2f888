import { eq } from 'drizzle-orm'
import { product } from '@/db/schema'
import { whyNotClock } from '../actor'
import { dayOf } from '../calendar/calendar'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { reconfirmBy } from './product'

/** The clock takes a product off the shelf that its financier has not confirmed for so long. */
export async function pauseStaleProduct(
  context: Context,
  productId: string,
): Promise<Result<string, 'wrong-audience' | 'not-found' | 'wrong-state'>> {
  const no = whyNotClock(context.actor)
  if (no) return refused(no)
  return transact(context, async (tx) => {
    const [found] = await tx
      .select()
      .from(product)
      .where(eq(product.id, productId))
      .for('no key update')
    if (!found) return refused('not-found')
    const since = found.reconfirmedAt ?? found.publishedAt ?? found.savedAt
    const isStale = dayOf(context.now) > reconfirmBy(dayOf(since))
    if (found.state !== 'live' || !isStale) return refused('wrong-state', { state: found.state })
    await tx.update(product).set({ state: 'paused' }).where(eq(product.id, productId))
    await recordEvent(tx, context, 'product.went-stale', productId)
    return ok(productId)
  })
}
