import type { FinancierActor } from '../actor'
import type { Context } from '../context'
import { moveProduct } from './move-product'

/** The financier says that a live product still holds, before it pauses by itself. */
export function reconfirmProduct(context: Context<FinancierActor>, productId: string) {
  return moveProduct(context, productId, {
    from: ['live'],
    to: 'live',
    event: 'product.reconfirmed',
  })
}
