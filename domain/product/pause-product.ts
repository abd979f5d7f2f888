import type { FinancierActor } from '../actor'
import type { Context } from '../context'
import { moveProduct } from './move-product'

/** Takes a product off the shelf for a while; introductions go on. */
export function pauseProduct(context: Context<FinancierActor>, productId: string) {
  return moveProduct(context, productId, { from: ['live'], to: 'paused', event: 'product.paused' })
}
