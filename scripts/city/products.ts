import { addDays, dayOf, startOf } from '@/domain/calendar/calendar'
import type { SaveProductInput } from '@/domain/product/product'
import { withCosts } from '@/domain/product/product-costs'
import { drawProductTerms } from './product-terms'
import type { Random } from './random'
import { productTable } from './tables'
import { later, officeMoment, workingDayUntil, workingHoursBefore } from './working-time'
import type { Financier, Product, World } from './world'

const LIVE = 150
const ASIDE = { draft: 3, paused: 4, retired: 3 } as const
const MOST_EACH = 8

/** What each financier offers: every class is there, and what is live was reconfirmed lately. */
export function addProducts(world: World): void {
  const random = world.random.fork('products')
  const wanted: [Financier, SaveProductInput][] = []
  const shapesOf = (of: string) => productTable.filter((shape) => shape.of === of)
  for (const financier of world.financiers)
    for (const shape of shapesOf(financier.row.name))
      wanted.push([financier, drawProductTerms(random, shape)])
  const drawFor = (financier: Financier) => {
    const own = wanted.filter(([one]) => one === financier).map(([, { name }]) => name)
    const terms = drawProductTerms(random, random.pick(shapesOf(financier.row.financierKind)))
    if (own.length < MOST_EACH && !own.includes(terms.name)) wanted.push([financier, terms])
  }
  for (const financier of world.financiers)
    if (!wanted.some(([one]) => one === financier)) drawFor(financier)
  const aside = Object.entries(ASIDE).flatMap(([state, count]) =>
    Array.from({ length: count }, () => state as keyof typeof ASIDE),
  )
  for (let tries = 0; wanted.length < LIVE + aside.length; tries++) {
    if (tries > 5_000) throw new Error('the financiers have no more products to offer')
    drawFor(random.weighted(world.financiers, ({ weight }) => 2 + weight))
  }
  for (const [index, [financier, terms]] of wanted.slice(0, LIVE + aside.length).entries())
    addProduct(world, random, financier, terms, aside[index - LIVE] ?? 'live')
}

function addProduct(
  world: World,
  random: Random,
  financier: Financier,
  terms: SaveProductInput,
  state: Product['state'],
): void {
  const isDraft = state === 'draft'
  const admitted = financier.row.admittedAt ?? financier.row.createdAt
  const createdAt = isDraft
    ? workingHoursBefore(world.now, random.between(4, 120))
    : later(random, officeMoment(random, random.day(dayOf(admitted), '2024-11-30')), 4, 20)
  const publishedAt = isDraft ? null : later(random, createdAt, 1, 30)
  const lately = officeMoment(
    random,
    workingDayUntil(addDays(world.today, -random.int(2, state === 'live' ? 78 : 200))),
  )
  const reconfirmedAt =
    state === 'live' ? lately : publishedAt && startOf(addDays(dayOf(publishedAt), 1))
  const version = publishedAt && random.chance(0.3) ? 2 : 1
  const savedAt = version === 2 && publishedAt ? later(random, publishedAt, 40, 900) : createdAt
  const by = random.pick(financier.members.filter(({ role }) => role !== 'viewer'))
  const row: Product = {
    id: random.id(createdAt),
    code: world.code('product', createdAt),
    financierId: financier.row.id,
    state,
    version,
    ...withCosts(terms),
    createdAt,
    savedAt,
    publishedAt,
    reconfirmedAt,
    retiredAt: state === 'retired' ? lately : null,
  }
  world.rows.product.push(row)
  financier.products.push(row)
  const earlier = { ...terms, amountMaxFen: Math.max(terms.amountMinFen, terms.amountMaxFen / 2) }
  for (let number = 1; number <= version; number++) {
    const at = number === 1 ? createdAt : savedAt
    world.rows.productVersion.push({
      id: random.id(at),
      productId: row.id,
      version: number,
      terms: number === version ? terms : earlier,
      savedAt: at,
      memberId: by.id,
    })
    world.event(at, 'product.saved', row.id, by, { facts: { version: number } })
  }
  if (publishedAt) world.event(publishedAt, 'product.published', row.id, by)
  const last = { live: 'reconfirmed', paused: 'paused', retired: 'retired' } as const
  if (state !== 'draft') world.event(lately, `product.${last[state]}`, row.id, by)
}
