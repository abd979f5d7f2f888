import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { match, need } from '@/db/schema'
import { dayOf } from '../calendar/calendar'
import { approveNeed } from '../need/approve-need'
import { keepNeedIndex } from '../need/keep-need-index'
import { restoreOrganisation } from '../organisation/restore-organisation'
import { suspendOrganisation } from '../organisation/suspend-organisation'
import { pauseProduct } from '../product/pause-product'
import { publishProduct } from '../product/publish-product'
import { saveProduct } from '../product/save-product'
import { NOW } from '../testing/cast'
import { makeNeed, makeProduct, productTerms, WAN } from '../testing/rows'
import { tale, value, type Scene } from '../testing/tale'
import { trace } from '../testing/trace'
import { judgeNeed, judgeProduct } from './judge-pairs'

const { scene, stage } = tale()
const clock = { audience: 'clock' as const }
const eligibleFor = async ({ db }: Scene, needId: string) =>
  (
    await db
      .select({ productId: match.productId })
      .from(match)
      .where(and(eq(match.needId, needId), eq(match.eligible, true)))
  ).map(({ productId }) => productId)

/** Jobs in the queue, each taken once: what the worker does. */
async function workOff({ db, as }: Scene) {
  const { rows } = await db.execute<{
    name: string
    data: { needId?: string; productId?: string }
  }>(`delete from pgboss.job returning name, data`)
  await Promise.all(
    rows.map(({ name, data }) =>
      name === 'judge-need'
        ? judgeNeed(as(clock), data.needId ?? '')
        : judgeProduct(as(clock), data.productId ?? ''),
    ),
  )
}

test(
  'a match that fits no more is no lead, and one that fits again is the same row',
  scene(async (on) => {
    const { db, cast, as } = on
    const { id: needId } = await makeNeed(db, cast.company.id, 'published')
    const { id: productId } = await makeProduct(db, cast.financier.id, 'live')
    expect(value(await judgeNeed(as(clock), needId))).toBe(1)
    const [first] = await db.select().from(match).where(eq(match.needId, needId))
    await db
      .update(need)
      .set({ openFen: 50 * WAN })
      .where(eq(need.id, needId))
    expect(value(await judgeProduct(as(clock), productId))).toBe(0)
    expect(await eligibleFor(on, needId)).toEqual([])
    await db
      .update(need)
      .set({ openFen: 400 * WAN })
      .where(eq(need.id, needId))
    expect(value(await judgeNeed(as(clock), needId))).toBe(1)
    const [again] = await db.select().from(match).where(eq(match.needId, needId))
    expect(again).toMatchObject({ id: first?.id, eligible: true })
  }),
)

test(
  'judging twice changes nothing',
  scene(async (on) => {
    const { db, cast, as } = on
    const { id: needId } = await makeNeed(db, cast.company.id, 'published')
    await makeProduct(db, cast.financier.id, 'live')
    expect(value(await judgeNeed(as(clock), needId))).toBe(1)
    const before = await trace(db)
    expect(value(await judgeNeed(as(clock), needId))).toBe(1)
    expect(await trace(db)).toEqual(before)
  }),
)

test(
  'a need published while a financier was suspended is a lead after it is restored',
  scene(async (on) => {
    const { db, cast, who, as } = on
    const { id: productId } = await makeProduct(db, cast.financier.id, 'live')
    value(await suspendOrganisation(as(who.verifier), cast.financier.id, 'why'))
    const { id: needId } = await makeNeed(db, cast.company.id, 'published')
    expect(value(await judgeNeed(as(clock), needId))).toBe(0)
    value(await restoreOrganisation(as(who.verifier), cast.financier.id))
    await workOff(on)
    expect(await eligibleFor(on, needId)).toEqual([productId])
  }),
)

test(
  'a need that is not open and a product that is not live are not judged',
  scene(async (on) => {
    const { db, cast, as } = on
    const { id: needId } = await makeNeed(db, cast.company.id, 'in-review')
    const { id: productId } = await makeProduct(db, cast.financier.id, 'paused')
    expect(value(await judgeNeed(as(clock), needId))).toBe(0)
    expect(value(await judgeProduct(as(clock), productId))).toBe(0)
    expect(await db.select().from(match)).toEqual([])
  }),
)

test(
  'a need and a product that are published at the same time never miss each other',
  stage(async (on) => {
    const { db, cast, who, as } = on
    for (let round = 0; round < 50; round++) {
      const { id: needId } = await makeNeed(db, cast.company.id, 'in-review')
      const { id: productId } = await makeProduct(db, cast.financier.id, 'paused')
      const judgeAfter = async (commit: Promise<unknown>) => {
        await commit
        await workOff(on)
      }
      await Promise.all([
        judgeAfter(approveNeed(as(who.verifier), needId)),
        judgeAfter(publishProduct(as(who.financier), productId)),
      ])
      await workOff(on)
      expect(await eligibleFor(on, needId), `round ${round}`).toContain(productId)
      value(await pauseProduct(as(who.financier), productId))
      await db.update(need).set({ state: 'withdrawn' }).where(eq(need.id, needId))
    }
  }),
)

test(
  'an amendment and a new version that cross end with the verdict on both new ones',
  stage(async (on) => {
    const { db, cast, who, as } = on
    for (let round = 0; round < 15; round++) {
      const { id: needId } = await makeNeed(db, cast.company.id, 'published')
      const { id: productId } = await makeProduct(db, cast.financier.id, 'live')
      value(await judgeNeed(as(clock), needId))
      const shrink = async () => {
        await db
          .update(need)
          .set({ amountFen: 50 * WAN, leastFen: null, openFen: 50 * WAN, version: 2 })
          .where(eq(need.id, needId))
        await keepNeedIndex(db, [needId], dayOf(NOW))
        value(await judgeNeed(as(clock), needId))
      }
      const follow = async () => {
        const smaller = { ...productTerms, amountMinFen: 10 * WAN, amountMaxFen: 60 * WAN }
        value(await saveProduct(as(who.financier), smaller, { id: productId, version: 1 }))
        value(await judgeProduct(as(clock), productId))
      }
      await Promise.all([shrink(), follow()])
      expect(await eligibleFor(on, needId), `round ${round}`).toContain(productId)
      await db.update(need).set({ state: 'withdrawn' }).where(eq(need.id, needId))
    }
  }),
)
