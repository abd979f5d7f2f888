import { and, eq, sql, type SQL } from 'drizzle-orm'
import { organisation, product } from '@/db/schema'

/** A product that can be had: live, of a financier that is admitted. Every list and count of such asks this. */
export function isOnOffer(): SQL | undefined {
  return and(
    eq(product.state, 'live'),
    sql`exists (select 1 from ${organisation} as offering where offering.id = ${product.financierId} and offering.state = 'admitted')`,
  )
}
