import { createHash } from 'node:crypto'
import type { Database } from '@/db/client'
import { takeAttempt, wasAttempted, type Limit } from '@/ports/attempts'
import { whyNotActAs, type FinancierActor, type WhyNotAct } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import type { ProductTerms } from '../product/product'
import { findOwnProduct } from '../product/queries'
import { ok, refused, type Result } from '../result'
import { probes, shownReach, looseningsTo, withoutProbes, type DryRun } from './dry-run'
import { countGains, countReach } from './reach-queries'

/** A figure every three seconds, for a quarter of an hour: more is no typing. */
const TYPED: Limit = { most: 300, minutes: 15 }
/** Different terms with tests on confidential facts, for a whole financier: a search for a threshold would need many more. */
export const PROBING: Limit = { most: 60, minutes: 24 * 60 }

export interface ProductReach {
  run: DryRun
  /** Counted without the tests on confidential facts, which were tried too often. */
  withoutProbes: boolean
}

/** What the counts depend on, as a key. */
function keyOf({ criteria, ...terms }: ProductTerms): string {
  const { class: name, amountMinFen, amountMaxFen, tenorMinMonths, tenorMaxMonths, costsBp } = terms
  const limits = [name, amountMinFen, amountMaxFen, tenorMinMonths, tenorMaxMonths, costsBp]
  const hard = criteria.filter((one) => one.hard)
  return createHash('sha256')
    .update(JSON.stringify([limits, hard]))
    .digest('base64url')
}

/** Whether these terms may be counted with their tests on confidential facts; the same terms again are no further probe. */
async function mayProbe(db: Database, financierId: string, terms: ProductTerms): Promise<boolean> {
  const these = `reach:${financierId}:${keyOf(terms)}`
  if (await wasAttempted(db, these)) return true
  if ((await takeAttempt(db, `reach:${financierId}`, PROBING)) > 0) return false
  await takeAttempt(db, these, PROBING)
  return true
}

async function reachOf(
  { db, actor, now }: Context<FinancierActor>,
  asked: ProductTerms,
): Promise<ProductReach> {
  const aside = probes(asked) && !(await mayProbe(db, actor.organisationId, asked))
  const terms = aside ? withoutProbes(asked) : asked
  const today = dayOf(now)
  const reach = await countReach(db, terms, today)
  const gains = await countGains(db, terms, looseningsTo(reach.edges, terms), today)
  return { run: shownReach(terms, reach, gains), withoutProbes: aside }
}

/** What one's own product, as it was last saved, would reach of today's open needs; null where it is not one's own. */
export async function dryRunProduct(
  context: Context<FinancierActor>,
  productId: string,
): Promise<ProductReach | null> {
  const own = await findOwnProduct(context, productId)
  return own && reachOf(context, own)
}

/** The same for terms that are only being typed. */
export async function dryRunTerms(
  context: Context<FinancierActor>,
  terms: ProductTerms,
): Promise<Result<ProductReach, WhyNotAct | 'too-many-attempts'>> {
  const no = whyNotActAs(context.actor, 'financier')
  if (no) return refused(no)
  const wait = await takeAttempt(context.db, `typed-reach:${context.actor.memberId}`, TYPED)
  if (wait > 0) return refused('too-many-attempts', { minutes: Math.ceil(wait / 60) })
  return ok(await reachOf(context, terms))
}
