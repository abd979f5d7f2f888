import { eq } from 'drizzle-orm'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { match, need, notification, product, savedView, viewChoice } from '@/db/schema'
import { chains } from '../chain/chain'
import { judgeNeed, judgeProduct } from '../match/judge-pairs'
import { passMatch } from '../match/pass-match'
import { countLeadTabs, listLeads } from '../match/queries'
import { listOwnNotifications } from '../notice/queries'
import { kindsOf } from '../notification/notification'
import { saveSetting } from '../notification/settings'
import { SEATS } from '../need/need'
import { districts, zones } from '../place/place'
import { classes } from '../product/classes'
import { qualificationKinds } from '../profile/profile'
import { financierActor, makeCompany, makeOrganisation } from '../testing/cast'
import { makeIntroduction, makeNeed, makeProduct, WAN } from '../testing/rows'
import { tale, value, type Scene } from '../testing/tale'
import { changeView } from './change-view'
import { chooseView } from './choose-view'
import { deleteView } from './delete-view'
import { listViews } from './queries'
import { saveView } from './save-view'
import { isWithin, VIEWS_AT_MOST, type LeadFilter } from './view'

const { scene } = tale()
const clock = { audience: 'clock' as const }

const people = ({ cast: { financier, otherFinancier, of } }: Scene) => ({
  owner: financierActor(financier, of.financier.owner),
  editor: financierActor(financier, of.financier.editor),
  viewer: financierActor(financier, of.financier.viewer),
  stranger: financierActor(otherFinancier, of.otherFinancier.owner),
})
const own = (name: string, alert = true) => ({ name, alert, shared: false })

async function told({ as }: Scene, who: ReturnType<typeof people>['owner']) {
  const lines = await listOwnNotifications(as(who), null)
  return lines.map(({ kind, many, view }) => [kind, many, view?.name ?? null])
}

test(
  'the alert of a view is told once for a lead, by the first view that it fits, and else it is a lead',
  scene(async (given) => {
    const { db, cast, as } = given
    const { owner, editor, viewer } = people(given)
    await makeProduct(db, cast.financier.id, 'live')
    for (const name of ['one', 'two'])
      value(await saveView(as(owner), own(name), { amountFromFen: 300 * WAN }))
    value(await saveView(as(editor), own('other'), { amountFromFen: 900 * WAN }))
    value(await saveView(as(viewer), own('mine'), { class: 'credit-loan' }))
    value(await saveView(as(viewer), own('off', false), {}))
    const { id } = await makeNeed(db, cast.company.id, 'published', { amountFen: 400 * WAN })
    value(await judgeNeed(as(clock), id))
    value(await judgeNeed(as(clock), id))
    expect(await told(given, owner)).toEqual([['lead-in-view', 1, 'one']])
    expect(await told(given, editor)).toEqual([['lead', 1, null]])
    expect(await told(given, viewer)).toEqual([['lead-in-view', 1, 'mine']])
  }),
)

test(
  'a product that finds many tells each lead once, parted among the views',
  scene(async (given) => {
    const { db, cast, as } = given
    const { owner } = people(given)
    for (const wan of [200, 250, 600, 650, 700]) {
      const company = await makeCompany(db)
      await makeNeed(db, company.id, 'published', { amountFen: wan * WAN })
    }
    value(await saveView(as(owner), own('large'), { amountFromFen: 600 * WAN }))
    value(await saveView(as(owner), own('all of them'), { amountFromFen: 240 * WAN }))
    const { id } = await makeProduct(db, cast.financier.id, 'live')
    value(await judgeProduct(as(clock), id))
    expect((await told(given, owner)).toSorted()).toEqual(
      [
        ['lead-in-view', 3, 'large'],
        ['lead-in-view', 1, 'all of them'],
        ['lead', 1, null],
      ].toSorted(),
    )
  }),
)

test(
  'a kind that is switched off is told to nobody but those who left it on',
  scene(async (given) => {
    const { db, cast, as } = given
    const { owner, editor } = people(given)
    await makeProduct(db, cast.financier.id, 'live')
    const kinds = kindsOf.financier.filter((kind) => kind !== 'lead')
    await saveSetting(as(owner), { digest: 'weekly', language: 'en', kinds })
    const { id } = await makeNeed(db, cast.company.id, 'published')
    value(await judgeNeed(as(clock), id))
    expect(await told(given, owner)).toEqual([])
    expect(await told(given, editor)).toEqual([['lead', 1, null]])
  }),
)

test(
  'a view is one’s own or its organisation’s: a stranger neither sees, changes nor chooses it',
  scene(async (given) => {
    const { as } = given
    const { owner, editor, viewer, stranger } = people(given)
    const mine = value(await saveView(as(editor), own('mine'), {}))
    const ours = value(await saveView(as(editor), { ...own('ours'), shared: true }, {}))
    const seen = async (who: typeof owner) => (await listViews(as(who))).map(({ name }) => name)
    expect(await seen(editor)).toEqual(['mine', 'ours'])
    expect(await seen(viewer)).toEqual(['ours'])
    expect(await seen(stranger)).toEqual([])
    const choice = { alert: true, opensFirst: true }
    const notFound = { ok: false, refusal: 'not-found' }
    expect(await chooseView(as(viewer), mine, choice)).toMatchObject(notFound)
    expect(await changeView(as(viewer), ours, { filter: {} })).toMatchObject(notFound)
    expect(await deleteView(as(viewer), ours)).toMatchObject(notFound)
    for (const id of [mine, ours]) {
      expect(await chooseView(as(stranger), id, choice)).toMatchObject(notFound)
      expect(await changeView(as(stranger), id, { name: 'x', shared: false })).toMatchObject(
        notFound,
      )
      expect(await deleteView(as(stranger), id)).toMatchObject(notFound)
    }
    value(await changeView(as(owner), ours, { name: 'renamed', shared: true }))
    expect(await seen(viewer)).toEqual(['renamed'])
    expect(await saveView(as(viewer), { ...own('x'), shared: true }, {})).toMatchObject({
      refusal: 'viewer-only-reads',
    })
  }),
)

test(
  'one view at most opens first; names are one’s own once; there is an end of saving',
  scene(async (given) => {
    const { db, as } = given
    const { owner } = people(given)
    const ids: string[] = []
    for (let n = 0; n < VIEWS_AT_MOST; n++)
      ids.push(value(await saveView(as(owner), own(`view ${n}`, false), {})))
    expect(await saveView(as(owner), own('more'), {})).toMatchObject({ refusal: 'too-many-views' })
    for (const id of ids.slice(0, 3))
      value(await chooseView(as(owner), id, { alert: false, opensFirst: true }))
    const first = await db.select().from(viewChoice).where(eq(viewChoice.opensFirst, true))
    expect(first.map(({ viewId }) => viewId)).toEqual([ids[2]])
    value(await deleteView(as(owner), ids[0] ?? ''))
    expect(await saveView(as(owner), own('view 5'), {})).toMatchObject({
      refusal: 'view-name-taken',
    })
    const renamed = { name: 'view 5', shared: false }
    expect(await changeView(as(owner), ids[1] ?? '', renamed)).toMatchObject({
      refusal: 'view-name-taken',
    })
    value(await changeView(as(owner), ids[5] ?? '', renamed))
  }),
)

test(
  'a view that is gone, or no longer shared, leaves what it told as a lead',
  scene(async (given) => {
    const { db, cast, as } = given
    const { owner, editor } = people(given)
    await makeProduct(db, cast.financier.id, 'live')
    const id = value(await saveView(as(editor), { ...own('ours'), shared: true }, {}))
    value(await chooseView(as(owner), id, { alert: true, opensFirst: false }))
    const { id: needId } = await makeNeed(db, cast.company.id, 'published')
    value(await judgeNeed(as(clock), needId))
    expect(await told(given, owner)).toEqual([['lead-in-view', 1, 'ours']])
    value(await changeView(as(editor), id, { name: 'ours', shared: false }))
    expect(await told(given, owner)).toEqual([['lead-in-view', 1, null]])
    value(await deleteView(as(editor), id))
    expect(await told(given, owner)).toEqual([['lead-in-view', 1, null]])
    expect(await db.$count(savedView)).toBe(0)
    expect(await db.$count(notification)).toBeGreaterThan(0)
  }),
)

const some = <Value>(values: readonly Value[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...values) },
  )

test(
  'a view holds exactly the leads that the list narrowed by its filter holds',
  scene(async (given) => {
    const { db, cast, as } = given
    const { owner } = people(given)
    const random = fc.sample(
      fc.record({
        zone: fc.option(fc.constantFrom(...zones.slice(0, 3)), { nil: null }),
        district: fc.option(fc.constantFrom(...districts.slice(0, 3)), { nil: null }),
        chain: fc.option(fc.constantFrom(...chains.slice(0, 3)), { nil: null }),
        kinds: fc.subarray([...qualificationKinds.slice(0, 3)]),
        whiteListed: fc.boolean(),
        wan: fc.constantFrom(200, 300, 400, 500),
        passed: fc.boolean(),
        taken: fc.constantFrom(0, 1, SEATS),
      }),
      { numRuns: 40, seed: 7 },
    )
    const takenOf = new Map<string, number>()
    const products = [
      await makeProduct(db, cast.financier.id, 'live'),
      await makeProduct(db, cast.financier.id, 'live', { class: 'secured-loan' }),
    ]
    for (const one of random) {
      const company = await makeCompany(db)
      const made = await makeNeed(db, company.id, 'published', {
        classes: one.passed ? ['credit-loan'] : ['credit-loan', 'secured-loan'],
        amountFen: one.wan * WAN,
      })
      if (!made.teaser) throw new Error('no teaser')
      const { zone, district, chain, whiteListed } = one
      const qualifications = one.kinds.map((kind) => ({ kind, endsInQuarter: null }))
      const teaser = { ...made.teaser, zone, district, chain, whiteListed, qualifications }
      await db.update(need).set({ teaser }).where(eq(need.id, made.id))
      value(await judgeNeed(as(clock), made.id))
      for (let place = 0; place < one.taken; place += 1) {
        const rival = await makeOrganisation(db, 'financier')
        const { id: productId } = await makeProduct(db, rival.id, 'draft')
        const to = { needId: made.id, productId, companyId: company.id, financierId: rival.id }
        await makeIntroduction(db, to, 'requested')
      }
      takenOf.set(made.id, one.taken)
      const matches = await db.select().from(match).where(eq(match.needId, made.id))
      if (one.passed)
        for (const { id } of matches)
          value(await passMatch(as(owner), id, { undo: false, code: null }))
    }
    const rows = await db
      .select({ match, product, need })
      .from(match)
      .innerJoin(product, eq(product.id, match.productId))
      .innerJoin(need, eq(need.id, match.needId))
    const leads = rows.map(
      ({ match: { needId, passedAt }, product: terms, need: { teaser, openFen } }) => {
        if (!teaser) throw new Error('no teaser')
        return {
          needId,
          lead: {
            productId: terms.id,
            class: terms.class,
            openFen,
            teaser,
            passed: passedAt !== null,
            seatsFree: SEATS - (takenOf.get(needId) ?? 0),
          },
        }
      },
    )
    const filters = fc.record({
      class: some(classes.slice(0, 3)),
      productId: some(products.map(({ id }) => id)),
      zone: some(zones.slice(0, 3)),
      district: some(districts.slice(0, 3)),
      chain: some(chains.slice(0, 3)),
      qualification: some(qualificationKinds.slice(0, 3)),
      amountFromFen: some([250 * WAN, 300 * WAN]),
      amountToFen: some([300 * WAN, 450 * WAN]),
      whiteListed: some([true]),
      free: some([true]),
      passed: some([true]),
    })
    let held = 0
    await fc.assert(
      fc.asyncProperty(filters, async (filter: LeadFilter) => {
        const listed = new Set<string>()
        let cursor: { fit: number; id: string } | null = null
        for (;;) {
          const page: Awaited<ReturnType<typeof listLeads>> = await listLeads(
            as(owner),
            filter,
            cursor,
          )
          for (const { needId } of page) listed.add(needId)
          const last = page.at(-1)
          if (!last || page.length < 26) break
          cursor = { fit: last.fit, id: last.id }
        }
        const within = new Set(
          leads.filter(({ lead }) => isWithin(filter, lead)).map(({ needId }) => needId),
        )
        held += within.size
        expect([...within].toSorted()).toEqual([...listed].toSorted())
        const { views } = await countLeadTabs(as(owner), [{ id: 'this', filter }])
        expect(views.get('this')).toBe(listed.size)
      }),
      { numRuns: 300, seed: 11 },
    )
    expect(held).toBeGreaterThan(100)
  }),
)
