import { and, eq, ne } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { product } from '@/db/schema'

/** Retires every product of a financier. Answers their ids. */
export async function retireAll(tx: Database, financierId: string, now: Date): Promise<string[]> {
  const retired = await tx
    .update(product)
    .set({ state: 'retired', retiredAt: now })
    .where(and(eq(product.financierId, financierId), ne(product.state, 'retired')))
    .returning({ id: product.id })
  return retired.map(({ id }) => id)
}
