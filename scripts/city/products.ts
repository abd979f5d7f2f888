import { addDays, dayOf, startOf } from '@/domain/calendar/calendar'
import type { SaveProductInput } from '@/domain/product/product'
import { personaProducts } from './persona-products'
import { wan, type ProductShape } from './product-shape'
import { shapesFor } from './product-shapes'
import type { Random } from './random'
import { later, officeMoment } from './working-time'
import type { Financier, Product, World } from './world'

const LIVE = 150
const ASIDE: Product['state'][] = [
  'draft',
  'draft',
  'draft',
  'paused',
  'paused',
  'paused',
  'paused',
  'retired',
  'retired',
  'retired',
]

/** What each financier offers: every class is there, and what is live was reconfirmed lately. */
export function addProducts(world: World): void {
  const random = world.random.fork('products')
  const wanted: [Financier, SaveProductInput][] = []
  for (const financier of world.financiers)
    for (const terms of personaProducts[financier.row.name] ?? []) wanted.push([financier, terms])
  const drawFor = (financier: Financier) => {
    const own = wanted.filter(([one]) => one === financier).map(([, { name }]) => name)
    const terms = drawTerms(random, random.pick(shapesFor(financier.row.financierKind)))
    if (own.length < 8 && !own.includes(terms.name)) wanted.push([financier, terms])
  }
  for (const financier of world.financiers)
    if (!wanted.some(([one]) => one === financier)) drawFor(financier)
  for (let tries = 0; wanted.length < LIVE + ASIDE.length; tries++) {
    if (tries > 5_000) throw new Error('the financiers have no more products to offer')
    drawFor(random.weighted(world.financiers, ({ weight }) => 2 + weight))
  }
  for (const [index, [financier, terms]] of wanted.slice(0, LIVE + ASIDE.length).entries()) {
    const isAside = index >= LIVE
    addProduct(world, random, financier, terms, ASIDE[isAside ? index - LIVE : -1] ?? 'live')
  }
}

function drawTerms(random: Random, shape: ProductShape): SaveProductInput {
  const least = random.pick(shape.least)
  const most = random.pick(shape.most)
  const low = shape.rate && shape.rate[0] + random.int(0, 8) * 5
  const [answerFrom, answerTo] = shape.answerDays
  const [decisionFrom, decisionTo] = shape.decisionDays
  return {
    name: random.pick(shape.names),
    class: shape.class,
    summary: shape.summary,
    amountMinFen: wan(least),
    amountMaxFen: wan(most),
    tenorMinMonths: shape.tenor?.[0] ?? null,
    tenorMaxMonths: shape.tenor?.[1] ?? null,
    rateMinBp: low,
    rateMaxBp: low === null || !shape.rate ? null : low + shape.rate[1],
    feeBp: random.pick(shape.fee),
    repayment: shape.repayment,
    answerDays: random.int(answerFrom, answerTo),
    decisionDays: random.int(decisionFrom, decisionTo),
    criteria: shape.criteria(random),
  }
}

function addProduct(
  world: World,
  random: Random,
  financier: Financier,
  terms: SaveProductInput,
  state: Product['state'],
): void {
  const admitted = financier.row.admittedAt ?? financier.row.createdAt
  const isDraft = state === 'draft'
  const startDay = isDraft
    ? addDays(world.today, -random.int(2, 20))
    : random.day(dayOf(admitted), '2024-11-30')
  const createdAt = later(random, officeMoment(random, startDay), 4, 20)
  const publishedAt = isDraft ? null : later(random, createdAt, 1, 30)
  const lately = officeMoment(
    random,
    addDays(world.today, -random.int(2, state === 'live' ? 78 : 200)),
  )
  const reconfirmedAt =
    state === 'live' ? lately : publishedAt && startOf(addDays(dayOf(publishedAt), 1))
  const version = !isDraft && random.chance(0.3) ? 2 : 1
  const savedAt = version === 2 && publishedAt ? later(random, publishedAt, 40, 900) : createdAt
  const [owner] = financier.members
  const by = random.pick(financier.members.filter(({ role }) => role !== 'viewer')) ?? owner ?? null
  const row: Product = {
    id: random.id(createdAt),
    code: world.code('CP', createdAt),
    financierId: financier.row.id,
    state,
    version,
    ...terms,
    createdAt,
    savedAt,
    publishedAt,
    reconfirmedAt,
    retiredAt: state === 'retired' ? lately : null,
  }
  world.rows.product.push(row)
  financier.products.push(row)
  for (let number = 1; number <= version; number++) {
    const at = number === 1 ? createdAt : savedAt
    const earlier = { ...terms, amountMaxFen: Math.max(terms.amountMinFen, terms.amountMaxFen / 2) }
    world.rows.productVersion.push({
      id: random.id(at),
      productId: row.id,
      version: number,
      terms: number === version ? terms : earlier,
      movedHiddenThreshold: false,
      savedAt: at,
      memberId: by.id,
    })
    world.event(at, 'product.saved', row.id, by, { facts: { version: number } })
  }
  if (publishedAt) world.event(publishedAt, 'product.published', row.id, by)
  if (state === 'live') world.event(lately, 'product.reconfirmed', row.id, by)
  if (state === 'paused') world.event(lately, 'product.paused', row.id, by)
  if (state === 'retired') world.event(lately, 'product.retired', row.id, by)
}
