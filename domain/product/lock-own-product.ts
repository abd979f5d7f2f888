import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { product } from '@/db/schema'
import type { FinancierActor } from '../actor'

/** The financier's own product, locked; somebody else's is not found. */
export async function lockOwnProduct(tx: Database, actor: FinancierActor, productId: string) {
  const [own] = await tx
    .select()
    .from(product)
    .where(and(eq(product.id, productId), eq(product.financierId, actor.organisationId)))
    .for('no key update')
  return own
}
