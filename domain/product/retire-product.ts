import type { FinancierActor } from '../actor'
import type { Context } from '../context'
import { moveProduct } from './move-product'

/** Ends a product: no new introductions, live ones go on. */
export function retireProduct(context: Context<FinancierActor>, productId: string) {
  return moveProduct(context, productId, {
    from: ['draft', 'live', 'paused'],
    to: 'retired',
    event: 'product.retired',
  })
}
