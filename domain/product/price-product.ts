import { eq } from 'drizzle-orm'
import { product } from '@/db/schema'
import { enqueue } from '@/ports/queue'
import { whyNotClock } from '../actor'
import { transact, type Context } from '../context'
import { ok, refused, type Result } from '../result'
import { costsOf } from './product-costs'

/** Reckons what a product costs that was saved before costs were kept with it. */
export async function priceProduct(
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
    const costsBp = costsOf(found)
    if (found.costsBp !== null || costsBp === null)
      return refused('wrong-state', { state: found.state })
    await tx.update(product).set({ costsBp }).where(eq(product.id, productId))
    if (found.state === 'live') await enqueue(tx, 'judge-product', { productId })
    return ok(productId)
  })
}
