import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { organisation, product } from '@/db/schema'
import { listOwnNeeds } from '../need/queries'
import { makeMatch, makeNeed, makeProduct } from '../testing/rows'
import { tale, type Scene } from '../testing/tale'
import { listMatchesInScope, listOwnMatches } from './need-matches'

const { scene } = tale()

/** A published need that fits a product of each of two financiers. */
async function twoOffers({ db, cast }: Scene) {
  const { id: needId } = await makeNeed(db, cast.company.id, 'published')
  for (const { id: financierId } of [cast.financier, cast.otherFinancier]) {
    const { id: productId } = await makeProduct(db, financierId, 'live')
    await makeMatch(db, { needId, productId, financierId })
  }
  return needId
}

/** What home counts, what the need's page lists, and what an official reads. */
async function read({ as, who }: Scene, needId: string) {
  const [own] = await listOwnNeeds(as(who.company), needId)
  const listed = await listOwnMatches(as(who.company), needId)
  const inScope = await listMatchesInScope(as(who.verifier), needId)
  return { counted: own?.fitting, listed: listed.length, inScope: inScope.length }
}

test(
  'home counts what the list shows: not a suspended financier, nor a product off the shelf',
  scene(async (on) => {
    const { db, cast } = on
    const needId = await twoOffers(on)
    const of = (products: number) => ({
      counted: { needId, products, financiers: products },
      listed: products,
      inScope: products,
    })
    expect(await read(on, needId)).toEqual(of(2))
    await db
      .update(organisation)
      .set({ state: 'suspended' })
      .where(eq(organisation.id, cast.otherFinancier.id))
    expect(await read(on, needId)).toEqual(of(1))
    await db
      .update(product)
      .set({ state: 'paused' })
      .where(eq(product.financierId, cast.financier.id))
    expect(await read(on, needId)).toEqual({
      counted: { products: 0, financiers: 0 },
      listed: 0,
      inScope: 0,
    })
  }),
)
