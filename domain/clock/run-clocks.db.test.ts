import { eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  consent,
  event,
  introduction,
  need,
  notification,
  offer,
  product,
  service,
} from '@/db/schema'
import { addDays, dayOf, startOf, type Day } from '../calendar/calendar'
import { makeCompany, makeOrganisation, NOW } from '../testing/cast'
import { makeIntroduction, makeNeed, makeOffer, makeProduct, makeService } from '../testing/rows'
import { tale, type Scene } from '../testing/tale'
import { trace } from '../testing/trace'
import { clocks, runClocks } from './run-clocks'

const { scene } = tale()
const clock = { audience: 'clock' as const }
const DAY_MS = 86_400_000
const none = Object.fromEntries(Object.keys(clocks).map((name) => [name, 0]))
const run = ({ as }: Scene, now: Date) => runClocks(as(clock, now))
const noonOf = (day: Day) => new Date(startOf(day).getTime() + DAY_MS / 2)

/** An introduction of a company and a financier of its own. */
async function anIntroduction(
  { db, cast }: Scene,
  state: Parameters<typeof makeIntroduction>[2],
  more: Parameters<typeof makeIntroduction>[3] = {},
) {
  const company = await makeCompany(db)
  const financier = await makeOrganisation(db, 'financier')
  const { id: needId } = await makeNeed(db, company.id, 'published')
  const { id: productId } = await makeProduct(db, financier.id, 'live')
  const to = { needId, productId, companyId: company.id, financierId: financier.id }
  const made = await makeIntroduction(db, to, state, {
    givenBy: cast.of.company.owner.id,
    ...more,
  })
  return { ...made, ...to }
}

test(
  'what is not due stays; a second round moves nothing',
  scene(async (on) => {
    const { db } = on
    for (const state of ['invited', 'assigned', 'requested', 'open', 'in-contact'] as const)
      await anIntroduction(on, state)
    const before = await trace(db)
    expect(await run(on, new Date(NOW.getTime() + 3_600_000))).toEqual(none)
    expect(await trace(db)).toEqual(before)
    const later = noonOf('2024-05-24')
    expect(await run(on, later)).toEqual({ ...none, 'lapse-introduction': 4 })
    const after = await trace(db)
    expect(await run(on, later)).toEqual(none)
    expect(await trace(db)).toEqual(after)
  }),
)

test(
  'an introduction lapses after its working days, each with its reason, and both sides are told once',
  scene(async (on) => {
    const { db, cast } = on
    // A Friday morning: the Monday is one working day later.
    const friday = new Date('2024-05-17T02:00:00Z')
    const { id: needId } = await makeNeed(db, cast.company.id, 'published')
    const { id: productId } = await makeProduct(db, cast.financier.id, 'live')
    const to = { companyId: cast.company.id, financierId: cast.financier.id, needId, productId }
    const met = await makeIntroduction(db, to, 'invited', { stateAt: friday })
    const open = await anIntroduction(on, 'open', { stateAt: friday })
    const requested = await anIntroduction(on, 'requested', { stateAt: friday })
    const at = (day: string) => new Date(`${day}T02:00:01Z`)
    expect(await run(on, at('2024-05-20'))).toEqual(none)
    expect(await run(on, at('2024-05-21'))).toEqual({ ...none, 'lapse-introduction': 2 })
    expect(await run(on, at('2024-05-22'))).toEqual({ ...none, 'lapse-introduction': 1 })
    const rows = await db
      .select({ id: introduction.id, ending: introduction.ending })
      .from(introduction)
      .where(inArray(introduction.id, [met.id, open.id, requested.id]))
    expect(new Map(rows.map(({ id, ending }) => [id, ending]))).toEqual(
      new Map([
        [met.id, 'no-answer'],
        [open.id, 'no-contact'],
        [requested.id, 'no-consent'],
      ]),
    )
    const lines = await db.select().from(notification).where(eq(notification.subjectId, met.id))
    expect(lines.map(({ kind }) => kind)).toEqual(['lapsed', 'lapsed', 'lapsed', 'lapsed'])
    expect(new Set(lines.map(({ memberId }) => memberId))).toEqual(
      new Set([
        ...[cast.of.company.owner.id, cast.of.company.editor.id],
        ...[cast.of.financier.owner.id, cast.of.financier.editor.id],
      ]),
    )
    const [happened] = await db.select().from(event).where(eq(event.subjectId, met.id))
    expect(happened).toMatchObject({ type: 'introduction.lapsed', memberId: null })
  }),
)

test(
  'with a side that is suspended an introduction waits',
  scene(async (on) => {
    const { db } = on
    const company = await makeCompany(db, { state: 'suspended' })
    await anIntroduction(on, 'open', { companyId: company.id })
    expect(await run(on, noonOf('2024-06-05'))).toEqual(none)
  }),
)

test(
  'a consent is over on the day after its last: a live one ends, a drawn one goes on',
  scene(async (on) => {
    const { db } = on
    const live = await anIntroduction(on, 'in-contact')
    const drawn = await anIntroduction(on, 'drawn')
    const until = addDays(dayOf(NOW), 5)
    await db.update(consent).set({ until })
    expect(await run(on, noonOf(until))).toEqual(none)
    expect(await run(on, noonOf(addDays(until, 1)))).toEqual({ ...none, 'expire-consent': 2 })
    const state = async (id: string) =>
      (await db.select().from(introduction).where(eq(introduction.id, id)))[0]
    expect(await state(live.id)).toMatchObject({ state: 'ended', ending: 'consent-expired' })
    expect(await state(drawn.id)).toMatchObject({ state: 'drawn', ending: null })
  }),
)

test(
  'an offer lapses after its last day, and an approved introduction goes back',
  scene(async (on) => {
    const { db } = on
    const met = await anIntroduction(on, 'approved')
    const made = await makeOffer(db, { introductionId: met.id, needId: met.needId }, 'approved')
    expect(await run(on, noonOf(made.validUntil))).toEqual(none)
    const after = await run(on, noonOf(addDays(made.validUntil, 1)))
    expect(after).toEqual({ ...none, 'lapse-offer': 1 })
    const [row] = await db.select().from(offer).where(eq(offer.id, made.id))
    const [back] = await db.select().from(introduction).where(eq(introduction.id, met.id))
    expect([row?.state, back?.state]).toEqual(['lapsed', 'file-complete'])
  }),
)

test(
  'a service goes unconfirmed when its ten days are over; a product is paused after its last day',
  scene(async (on) => {
    const { db, cast } = on
    const { company, financier } = cast
    const due = { confirmDueAt: new Date(NOW.getTime() + 3_600_000) }
    const of = { companyId: company.id, financierId: financier.id }
    const { id } = await makeService(db, of, 'reported', due)
    const { id: productId } = await makeProduct(db, financier.id, 'live')
    const last = addDays(dayOf(NOW), 90)
    expect(await run(on, NOW)).toEqual(none)
    expect(await run(on, noonOf(last))).toEqual({ ...none, 'go-unconfirmed': 1 })
    const after = await run(on, noonOf(addDays(last, 1)))
    expect(after).toEqual({ ...none, 'pause-stale-product': 1 })
    const [row] = await db.select().from(service).where(eq(service.id, id))
    const [paused] = await db.select().from(product).where(eq(product.id, productId))
    expect([row?.state, paused?.state]).toEqual(['unconfirmed', 'paused'])
    const told = await db.select().from(notification).where(eq(notification.subjectId, productId))
    expect(told.map(({ kind }) => kind)).toEqual(['product-paused', 'product-paused'])
  }),
)

test(
  'a need is warned of once, two weeks before it expires; with somebody in talk neither happens',
  scene(async (on) => {
    const { db, cast } = on
    const { id } = await makeNeed(db, cast.company.id, 'published')
    const met = await anIntroduction(on, 'in-contact')
    await db.update(product).set({ reconfirmedAt: noonOf('2024-11-01') })
    await db.update(consent).set({ until: '2025-05-01' })
    const published = dayOf(NOW)
    const moved = (days: number) => run(on, noonOf(addDays(published, days)))
    expect(await moved(165)).toEqual(none)
    expect(await moved(166)).toEqual({ ...none, 'warn-expiring-need': 1 })
    expect(await moved(167)).toEqual(none)
    expect(await moved(180)).toEqual(none)
    expect(await moved(181)).toEqual({ ...none, 'expire-need': 1 })
    const state = async (needId: string) =>
      (await db.select({ state: need.state }).from(need).where(eq(need.id, needId)))[0]?.state
    expect([await state(id), await state(met.needId)]).toEqual(['expired', 'published'])
  }),
)

test(
  'a need that was warned of too late is warned all the same, and has its two weeks',
  scene(async (on) => {
    const { db, cast } = on
    await makeNeed(db, cast.company.id, 'published')
    const moved = (days: number) => run(on, noonOf(addDays(dayOf(NOW), days)))
    expect(await moved(300)).toEqual({ ...none, 'warn-expiring-need': 1 })
    expect(await moved(314)).toEqual(none)
    expect(await moved(315)).toEqual({ ...none, 'expire-need': 1 })
  }),
)

test(
  'a financed need closes thirty days after the last drawing',
  scene(async (on) => {
    const { db } = on
    const met = await anIntroduction(on, 'drawn')
    await db.update(consent).set({ until: '2025-05-01' })
    const later = addDays(dayOf(NOW), 20)
    const of = { companyId: met.companyId, financierId: met.financierId }
    for (const happenedOn of [dayOf(NOW), later])
      await makeService(db, of, 'confirmed', { happenedOn, introductionId: met.id })
    expect(await run(on, noonOf(addDays(later, 30)))).toEqual(none)
    const after = await run(on, noonOf(addDays(later, 31)))
    expect(after).toEqual({ ...none, 'close-drawn-need': 1 })
    const [row] = await db.select().from(need).where(eq(need.id, met.needId))
    expect(row?.state).toBe('closed')
  }),
)

test(
  'a product that was saved before costs were kept is priced, and judged anew',
  scene(async (on) => {
    const { db, cast } = on
    const made = await makeProduct(db, cast.financier.id, 'live')
    const equity = await makeProduct(db, cast.financier.id, 'live', {
      class: 'equity',
      repayment: 'none',
      rateMinBp: null,
    })
    await db.update(product).set({ costsBp: null }).where(eq(product.id, made.id))
    expect(await run(on, NOW)).toEqual({ ...none, 'price-product': 1 })
    const rows = await db
      .select({ id: product.id, costsBp: product.costsBp })
      .from(product)
      .where(inArray(product.id, [made.id, equity.id]))
    expect(new Map(rows.map(({ id, costsBp }) => [id, costsBp]))).toEqual(
      new Map([
        [made.id, made.costsBp],
        [equity.id, null],
      ]),
    )
  }),
)
