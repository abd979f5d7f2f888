import { eq } from 'drizzle-orm'
import { product } from '@/db/schema'
import { enqueue } from '@/ports/queue'
import { whyNotActAs, type FinancierActor, type WhyNotAct } from '../actor'
import { transact, type Context } from '../context'
import type { EventType } from '../event/event'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { lockOwnProduct } from './lock-own-product'
import { FIRST_PUBLICATIONS, type ProductState } from './product'
import { countFirstPublished } from './try-thresholds'

export type MoveProductRefusal = WhyNotAct | 'not-found' | 'wrong-state' | 'too-many-products'

/** What publishing, reconfirming, pausing and retiring share: leads are read only while it is live. */
export async function moveProduct(
  context: Context<FinancierActor>,
  productId: string,
  move: { from: readonly ProductState[]; to: ProductState; event: EventType },
): Promise<Result<string, MoveProductRefusal>> {
  const no = whyNotActAs(context.actor, 'financier')
  if (no) return refused(no)
  const { now } = context
  return transact(context, async (tx) => {
    const own = await lockOwnProduct(tx, context.actor, productId)
    if (!own) return refused('not-found')
    if (!move.from.includes(own.state)) return refused('wrong-state')
    if (move.to === 'live' && own.publishedAt === null) {
      const published = await countFirstPublished(tx, own.financierId, now)
      if (published >= FIRST_PUBLICATIONS)
        return refused('too-many-products', { most: FIRST_PUBLICATIONS })
    }
    await tx
      .update(product)
      .set({
        state: move.to,
        ...(move.to === 'live' ? { reconfirmedAt: now, publishedAt: own.publishedAt ?? now } : {}),
        ...(move.to === 'retired' ? { retiredAt: now } : {}),
      })
      .where(eq(product.id, productId))
    if (move.to === 'live') await enqueue(tx, 'judge-product', { productId })
    await recordEvent(tx, context, move.event, productId)
    return ok(productId)
  })
}
