import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { product } from '@/db/schema'
import { enqueue } from '@/ports/queue'
import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import { moveOrganisation } from './move-organisation'

/** Needs that were published meanwhile have not been judged against its products. */
async function judgeItsProducts(tx: Database, organisationId: string): Promise<void> {
  const live = await tx
    .select({ id: product.id })
    .from(product)
    .where(and(eq(product.financierId, organisationId), eq(product.state, 'live')))
  for (const { id } of live) await enqueue(tx, 'judge-product', { productId: id })
}

/** A verifier lets a suspended organisation act again. */
export function restoreOrganisation(context: Context<OfficialActor>, organisationId: string) {
  return moveOrganisation(context, organisationId, {
    from: ['suspended'],
    to: 'admitted',
    event: 'organisation.restored',
    reason: null,
    after: (tx) => judgeItsProducts(tx, organisationId),
  })
}
