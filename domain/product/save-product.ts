import { and, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { product, productVersion } from '@/db/schema'
import { enqueue } from '@/ports/queue'
import { whyNotActAs, type FinancierActor, type WhyNotAct } from '../actor'
import { addDays, dayOf, startOf } from '../calendar/calendar'
import { DAYS } from '../clock/clock'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { newCode, newId } from '../id'
import { ok, refused, type Result } from '../result'
import { lockOwnProduct } from './lock-own-product'
import { withCosts } from './product-costs'
import { HIDDEN_THRESHOLD_CHANGES, movesHiddenThreshold, type SaveProductInput } from './product'

export type SaveProductRefusal =
  | WhyNotAct
  | 'not-found'
  | 'wrong-state'
  | 'product-changed-meanwhile'
  | 'hidden-threshold-too-often'

async function countHiddenMoves(tx: Database, productId: string, now: Date): Promise<number> {
  const [row] = await tx
    .select({ moves: sql<number>`count(*)::int` })
    .from(productVersion)
    .where(
      and(
        eq(productVersion.productId, productId),
        eq(productVersion.movedHiddenThreshold, true),
        gt(productVersion.savedAt, startOf(addDays(dayOf(now), -DAYS.thresholdWindow))),
      ),
    )
  return row?.moves ?? 0
}

/** Saves a new draft, or the next version of a product; a live one is judged again at once. */
export async function saveProduct(
  context: Context<FinancierActor>,
  input: SaveProductInput,
  existing: { id: string; version: number } | null = null,
): Promise<Result<string, SaveProductRefusal>> {
  const no = whyNotActAs(context.actor, 'financier')
  if (no) return refused(no)
  const { actor, now } = context
  return transact(context, async (tx) => {
    const before = existing ? await lockOwnProduct(tx, actor, existing.id) : undefined
    if (existing && !before) return refused('not-found')
    if (before?.state === 'retired') return refused('wrong-state')
    if (before && before.version !== existing?.version) return refused('product-changed-meanwhile')
    // Once it has been on offer, also while paused: else it would be paused for each probe.
    const moved =
      before !== undefined &&
      before.publishedAt !== null &&
      movesHiddenThreshold(before.criteria, input.criteria)
    if (before && moved) {
      if ((await countHiddenMoves(tx, before.id, now)) >= HIDDEN_THRESHOLD_CHANGES) {
        return refused('hidden-threshold-too-often', { most: HIDDEN_THRESHOLD_CHANGES })
      }
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
        code: newCode('product', now),
        financierId: actor.organisationId,
        state: 'draft',
        createdAt: now,
        savedAt: now,
      })
    }
    await tx.insert(productVersion).values({
      id: newId(),
      productId: id,
      version,
      terms: input,
      movedHiddenThreshold: moved,
      savedAt: now,
      memberId: actor.memberId,
    })
    if (before?.state === 'live') await enqueue(tx, 'judge-product', { productId: id })
    await recordEvent(tx, context, 'product.saved', id, { facts: { version } })
    return ok(id)
  })
}
