import { takeAttempt, type Limit } from '@/ports/attempts'
import { whyNotActAs, type FinancierActor, type WhyNotAct } from '../actor'
import { transact, type Context } from '../context'
import { hiddenFacts, type CriterionFact } from '../criterion/criterion'
import type { ProductTerms } from '../product/product'
import { findOwnProduct } from '../product/queries'
import { tryThresholds } from '../product/try-thresholds'
import { ok, refused, type Result } from '../result'
import { looseningsTo, shownReach, type DryRun } from './dry-run'
import { countGains, countReach } from './reach-queries'

/** A figure every three seconds, for a quarter of an hour: more is no typing. */
const TYPED: Limit = { most: 300, minutes: 15 }
export interface ProductReach {
  run: DryRun
  /** Facts outside the teaser whose thresholds were tried too often: counted without them. */
  aside: readonly CriterionFact[]
}

/** The same product without the tests on some facts. */
function without(terms: ProductTerms, facts: readonly CriterionFact[]): ProductTerms {
  return { ...terms, criteria: terms.criteria.filter(({ fact }) => !facts.includes(fact)) }
}

async function reachOf(
  context: Context<FinancierActor>,
  asked: ProductTerms,
): Promise<ProductReach> {
  const { db, actor, now } = context
  const hard = asked.criteria.filter((one) => one.hard)
  const tried = await transact(context, async (tx) =>
    ok(await tryThresholds(tx, actor.organisationId, hard, now)),
  )
  const aside = tried.ok ? tried.value : hiddenFacts
  const terms = without(asked, aside)
  const reach = await countReach(db, terms)
  const gains = await countGains(db, terms, looseningsTo(reach.edges, terms))
  return { run: shownReach(reach, gains), aside }
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
