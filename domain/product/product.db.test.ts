import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { product, productVersion } from '@/db/schema'
import { financierActor, NOW } from '../testing/cast'
import { makeProduct, productTerms, WAN } from '../testing/rows'
import { expectRefusal, race, tale, value, type Scene } from '../testing/tale'
import { pauseProduct } from './pause-product'
import type { SaveProductInput } from './product'
import { publishProduct } from './publish-product'
import { listLiveProducts, listOwnProducts, summariseLiveProducts } from './queries'
import { reconfirmProduct } from './reconfirm-product'
import { saveProduct } from './save-product'

const { scene, stage } = tale()
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000)
const asking = (revenueWan: number): SaveProductInput => ({
  ...productTerms,
  criteria: [{ fact: 'revenue', min: revenueWan * WAN, max: null, hard: true }],
})
const readProduct = async ({ db }: Scene, id: string) =>
  (await db.select().from(product).where(eq(product.id, id)))[0]

test(
  'each save is a version, kept as it stood',
  scene(async (on) => {
    const { db, who, as } = on
    const id = value(await saveProduct(as(who.financier), productTerms))
    value(await saveProduct(as(who.financier), { ...productTerms, feeBp: 10 }, { id, version: 1 }))
    const versions = await db
      .select()
      .from(productVersion)
      .where(eq(productVersion.productId, id))
      .orderBy(productVersion.version)
    expect(versions.map(({ version, terms }) => [version, terms.feeBp])).toEqual([
      [1, 0],
      [2, 10],
    ])
    expect(await readProduct(on, id)).toMatchObject({ version: 2, feeBp: 10, state: 'draft' })
  }),
)

test(
  'a draft that keeps itself while it is typed stays one version; what was on offer never does',
  scene(async (on) => {
    const { db, who, as } = on
    const id = value(await saveProduct(as(who.financier), productTerms))
    const type = (feeBp: number, version: number) =>
      saveProduct(as(who.financier), { ...productTerms, feeBp }, { id, version, typing: true })
    value(await type(10, 1))
    value(await type(20, 2))
    const versions = await db.select().from(productVersion).where(eq(productVersion.productId, id))
    expect(versions.map(({ version, terms }) => [version, terms.feeBp])).toEqual([[3, 20]])
    await expectRefusal(db, () => type(30, 2), 'product-changed-meanwhile')
    value(await publishProduct(as(who.financier), id))
    value(await pauseProduct(as(who.financier), id))
    await expectRefusal(db, () => type(30, 3), 'wrong-state')
  }),
)

test(
  'a version that was saved elsewhere meanwhile is not overwritten',
  scene(async ({ db, who, as }) => {
    const id = value(await saveProduct(as(who.financier), productTerms))
    value(await saveProduct(as(who.financier), asking(1), { id, version: 1 }))
    const stale = () => saveProduct(as(who.financier), asking(2), { id, version: 1 })
    await expectRefusal(db, stale, 'product-changed-meanwhile')
  }),
)

test(
  'of a class that its kind of institution does not finance is refused, new or changed',
  scene(async ({ db, who, as }) => {
    const equity = { ...productTerms, class: 'equity', repayment: 'none' } as const
    await expectRefusal(db, () => saveProduct(as(who.financier), equity), 'class-of-kind')
    const id = value(await saveProduct(as(who.financier), productTerms))
    const change = () => saveProduct(as(who.financier), equity, { id, version: 1 })
    await expectRefusal(db, change, 'class-of-kind')
  }),
)

test(
  'a threshold on what the teaser hides is moved three times in thirty days, not four',
  scene(async (on) => {
    const { db, who, as } = on
    const { id } = await makeProduct(db, on.cast.financier.id, 'live')
    const move = (day: number, wan: number, version: number) =>
      saveProduct(as(who.financier, days(day)), asking(wan), { id, version })
    for (const [index, wan] of [100, 200, 300].entries()) value(await move(index, wan, index + 1))
    await expectRefusal(db, () => move(29, 400, 4), 'hidden-threshold-too-often')
    value(
      await saveProduct(
        as(who.financier, days(29)),
        { ...asking(300), feeBp: 5 },
        { id, version: 4 },
      ),
    )
    value(await move(31, 400, 5))
  }),
)

test(
  'pausing between the probes does not help',
  scene(async (on) => {
    const { db, who, as } = on
    const { id } = await makeProduct(db, on.cast.financier.id, 'live')
    const probe = async (wan: number, version: number) => {
      value(await pauseProduct(as(who.financier), id))
      const saved = await saveProduct(as(who.financier), asking(wan), { id, version })
      value(await publishProduct(as(who.financier), id))
      return saved
    }
    for (const version of [1, 2, 3]) value(await probe(version * 100, version))
    expect(await probe(400, 4)).toMatchObject({ refusal: 'hidden-threshold-too-often' })
    value(await pauseProduct(as(who.financier), id))
    await expectRefusal(
      db,
      () => saveProduct(as(who.financier), asking(500), { id, version: 4 }),
      'hidden-threshold-too-often',
    )
  }),
)

test(
  'a draft that was never on offer may be changed as often as one likes',
  scene(async ({ who, as }) => {
    const id = value(await saveProduct(as(who.financier), productTerms))
    for (let version = 1; version < 6; version++)
      value(await saveProduct(as(who.financier), asking(version), { id, version }))
  }),
)

test(
  'publishing, reconfirming and a new version of a live one are judged after the commit; a draft and a pause are not',
  scene(async ({ db, who, as }) => {
    const jobs = async () => {
      const { rows } = await db.execute<{ n: number }>(
        sql`select count(*)::int as n from pgboss.job where name = 'judge-product'`,
      )
      return rows[0]?.n
    }
    const id = value(await saveProduct(as(who.financier), productTerms))
    expect(await jobs()).toBe(0)
    value(await publishProduct(as(who.financier), id))
    expect(await jobs()).toBe(1)
    value(await saveProduct(as(who.financier), asking(1), { id, version: 1 }))
    expect(await jobs()).toBe(2)
    value(await reconfirmProduct(as(who.financier, days(30)), id))
    expect(await jobs()).toBe(3)
    value(await pauseProduct(as(who.financier), id))
    expect(await jobs()).toBe(3)
  }),
)

test(
  'a product of somebody else is not found',
  scene(async ({ db, cast, who, as }) => {
    const { id } = await makeProduct(db, cast.otherFinancier.id, 'draft')
    const save = () => saveProduct(as(who.financier), productTerms, { id, version: 1 })
    await expectRefusal(db, save, 'not-found')
    await expectRefusal(db, () => publishProduct(as(who.financier), id), 'not-found')
  }),
)

test(
  'the catalogue shows live products of admitted financiers, and a median from five prices on',
  scene(async (on) => {
    const { db, cast } = on
    for (const rateMinBp of [300, 320, 340, 360])
      await makeProduct(db, cast.financier.id, 'live', { rateMinBp })
    await makeProduct(db, cast.financier.id, 'paused')
    const suspended = financierActor(cast.otherFinancier, cast.of.otherFinancier.owner)
    await makeProduct(db, suspended.organisationId, 'live', { rateMinBp: 380 })
    expect((await summariseLiveProducts(db))[0]).toMatchObject({ products: 5, medianRateBp: 340 })
    await db.execute(
      sql`update organisation set state = 'suspended' where id = ${suspended.organisationId}`,
    )
    expect(await listLiveProducts(db)).toHaveLength(4)
    expect((await summariseLiveProducts(db))[0]).toMatchObject({ products: 4, medianRateBp: null })
    const own = await listOwnProducts(on.as(on.who.financier))
    expect(own.map(({ state }) => state)).toEqual(['live', 'live', 'live', 'live', 'paused'])
  }),
)

test(
  'of two who save one version at once, one wins',
  stage(async ({ db, cast, who, as }) => {
    const { id } = await makeProduct(db, cast.financier.id, 'live')
    const save = (fee: number) => () =>
      saveProduct(as(who.financier), { ...productTerms, feeBp: fee }, { id, version: 1 })
    expect(await race([save(1), save(2)])).toEqual({
      won: 1,
      told: ['product-changed-meanwhile'],
    })
  }),
)
