import type { FinancierActor } from '../actor'
import type { Context } from '../context'
import { moveProduct } from './move-product'

/** Puts a product on offer: it is judged against every open need after the commit. */
export function publishProduct(context: Context<FinancierActor>, productId: string) {
  return moveProduct(context, productId, {
    from: ['draft', 'paused'],
    to: 'live',
    event: 'product.published',
  })
}
