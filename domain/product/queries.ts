import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation, product } from '@/db/schema'
import { listBeingJudged } from '@/ports/queue'
import type { FinancierActor } from '../actor'
import type { Context } from '../context'
import type { FinancierKind } from '../organisation/organisation'
import type { FinancingClass } from './classes'
import { isOnOffer } from './on-offer'

const lowestCost = sql`(select min(cost) from unnest(${product.costsBp}) as cost)`

/** Products on offer, cheapest first, for anyone; narrowed by class and kind of financier. */
export function listLiveProducts(
  db: Database,
  filter: { class?: FinancingClass; financierKind?: FinancierKind } = {},
) {
  const narrowed: (SQL | undefined)[] = [
    filter.class ? eq(product.class, filter.class) : undefined,
    filter.financierKind ? eq(organisation.financierKind, filter.financierKind) : undefined,
  ]
  return db
    .select({
      product,
      financierName: organisation.name,
      financierKind: organisation.financierKind,
    })
    .from(product)
    .innerJoin(organisation, eq(organisation.id, product.financierId))
    .where(and(isOnOffer(), ...narrowed))
    .orderBy(
      asc(product.class),
      sql`${lowestCost} asc nulls last`,
      sql`${product.rateMinBp} asc nulls last`,
      asc(product.id),
    )
}

export async function findLiveProduct(db: Database, productId: string) {
  const [found] = await db
    .select({
      product,
      financierName: organisation.name,
      financierKind: organisation.financierKind,
    })
    .from(product)
    .innerJoin(organisation, eq(organisation.id, product.financierId))
    .where(and(eq(product.id, productId), isOnOffer()))
  return found ?? null
}

/** The catalogue in figures: by class, how many, the amounts, and the median lowest price where 5 or more have one. */
export function summariseLiveProducts(db: Database) {
  return db
    .select({
      class: product.class,
      products: sql<number>`count(*)::int`,
      financiers: sql<number>`count(distinct ${product.financierId})::int`,
      amountMinFen: sql<number>`min(${product.amountMinFen})`.mapWith(Number),
      amountMaxFen: sql<number>`max(${product.amountMaxFen})`.mapWith(Number),
      medianRateBp: sql<
        number | null
      >`case when count(${product.rateMinBp}) >= 5 then percentile_cont(0.5) within group (order by ${product.rateMinBp})::int end`,
    })
    .from(product)
    .innerJoin(organisation, eq(organisation.id, product.financierId))
    .where(isOnOffer())
    .groupBy(product.class)
    .orderBy(desc(sql`count(*)`), asc(product.class))
}

/** How many products are on offer, of how many financiers. */
export async function countLiveProducts(db: Database) {
  const [row] = await db
    .select({
      products: sql<number>`count(*)::int`,
      financiers: sql<number>`count(distinct ${product.financierId})::int`,
    })
    .from(product)
    .innerJoin(organisation, eq(organisation.id, product.financierId))
    .where(isOnOffer())
  return row ?? { products: 0, financiers: 0 }
}

/** One's own products, those on offer first. */
export async function listOwnProducts({ db, actor }: Context<FinancierActor>) {
  const own = await db
    .select()
    .from(product)
    .where(eq(product.financierId, actor.organisationId))
    .orderBy(
      sql`array_position(array['live', 'draft', 'paused', 'retired'], ${product.state})`,
      desc(product.savedAt),
    )
  const live = own.filter(({ state }) => state === 'live')
  const beingJudged = await listBeingJudged(
    db,
    'judge-product',
    live.map(({ id }) => id),
  )
  // What is said of its leads is not true yet.
  return own.map((one) => ({ ...one, isBeingJudged: beingJudged.has(one.id) }))
}

export async function findOwnProduct({ db, actor }: Context<FinancierActor>, productId: string) {
  const [own] = await db
    .select()
    .from(product)
    .where(and(eq(product.id, productId), eq(product.financierId, actor.organisationId)))
  if (!own) return null
  const beingJudged = await listBeingJudged(db, 'judge-product', [own.id])
  return { ...own, isBeingJudged: own.state === 'live' && beingJudged.has(own.id) }
}
