import { and, eq } from 'drizzle-orm'
import { product, productVersion } from '@/db/schema'
import { enqueue } from '@/ports/queue'
import { whyNotActAs, type FinancierActor, type WhyNotAct } from '../actor'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { freshCode } from '../fresh-code'
import { newId } from '../id'
import { ok, refused, type Result } from '../result'
import { classesOfKind } from './classes'
import { lockOwnProduct } from './lock-own-product'
import { withCosts } from './product-costs'
import { THRESHOLD_CHANGES, thresholdsOf, type Criterion, type SaveProductInput } from './product'
import { tryThresholds } from './try-thresholds'

export type SaveProductRefusal =
  | WhyNotAct
  | 'not-found'
  | 'wrong-state'
  | 'product-changed-meanwhile'
  | 'class-of-kind'
  | 'hidden-threshold-too-often'

/** The criteria on facts whose thresholds an edit moves. */
function changedThresholds(before: readonly Criterion[], after: readonly Criterion[]): Criterion[] {
  return after.filter(({ fact }) => thresholdsOf(before, fact) !== thresholdsOf(after, fact))
}

/**
 * Saves a new draft, or the next version of a product; a live one is judged again at once. `typing`: kept by itself, so only a
 * draft that was never on offer, whose version takes the place of the one before, and without an event.
 */
export async function saveProduct(
  context: Context<FinancierActor>,
  input: SaveProductInput,
  existing: { id: string; version: number; typing?: boolean } | null = null,
): Promise<Result<string, SaveProductRefusal>> {
  const no = whyNotActAs(context.actor, 'financier')
  if (no) return refused(no)
  const { actor, now } = context
  if (!classesOfKind[actor.financierKind].includes(input.class)) return refused('class-of-kind')
  return transact(context, async (tx) => {
    const before = existing ? await lockOwnProduct(tx, actor, existing.id) : undefined
    if (existing && !before) return refused('not-found')
    if (before?.state === 'retired') return refused('wrong-state')
    if (before && before.version !== existing?.version) return refused('product-changed-meanwhile')
    if (existing?.typing && before?.publishedAt !== null) return refused('wrong-state')
    // Once it has been on offer, also while paused: else it would be paused for each probe.
    if (before && before.publishedAt !== null) {
      const moved = changedThresholds(before.criteria, input.criteria)
      if ((await tryThresholds(tx, actor.organisationId, moved, now)).length > 0)
        return refused('hidden-threshold-too-often', { most: THRESHOLD_CHANGES })
    }
    const id = before?.id ?? newId()
    const version = (before?.version ?? 0) + 1
    if (before)
      await tx
        .update(product)
        .set({ ...withCosts(input), version, savedAt: now })
        .where(eq(product.id, id))
    else {
      await tx.insert(product).values({
        ...withCosts(input),
        id,
        code: await freshCode(tx, 'product', now),
        financierId: actor.organisationId,
        state: 'draft',
        createdAt: now,
        savedAt: now,
      })
    }
    if (existing?.typing)
      await tx
        .delete(productVersion)
        .where(and(eq(productVersion.productId, id), eq(productVersion.version, existing.version)))
    await tx.insert(productVersion).values({
      id: newId(),
      productId: id,
      version,
      terms: input,
      savedAt: now,
      memberId: actor.memberId,
    })
    if (before?.state === 'live') await enqueue(tx, 'judge-product', { productId: id })
    if (!existing?.typing)
      await recordEvent(tx, context, 'product.saved', id, { facts: { version } })
    return ok(id)
  })
}
