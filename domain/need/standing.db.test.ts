import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { qualification } from '@/db/schema'
import { newId } from '../id'
import { findFinancierIntroduction, listOwnIntroductions } from '../introduction/queries'
import { judgeNeed } from '../match/judge-pairs'
import { listLeads } from '../match/queries'
import { saveProfile } from '../moves/save-profile'
import { lapseIntroduction } from '../moves/lapse-introduction'
import { assignNeed } from '../introduction/assign-need'
import { LONG_AGO, NOW } from '../testing/cast'
import { publishProduct } from '../product/publish-product'
import { findOwnProduct, listOwnProducts } from '../product/queries'
import { askForApproval } from '../offer/ask-for-approval'
import { makeIntroduction, makeMatch, makeNeed, makeOffer, makeProduct, WAN } from '../testing/rows'
import { tale, value } from '../testing/tale'
import { approveNeed } from './approve-need'
import { moveOpenAmount } from './move-open-amount'
import { listOverdueIntroductions, listUnansweredNeeds } from './official-queries'
import { findNeedInScope, listOwnNeeds } from './queries'
import { listOwnTasks } from './tasks'
import { asLeadTells, teaserToday } from './teaser'

const { scene } = tale()

test(
  'a need is being judged from publishing, amending or another open amount on until it is judged, and says so',
  scene(async ({ db, cast, who, as }) => {
    const waiting = await makeNeed(db, cast.company.id, 'in-review')
    const still = await makeNeed(db, cast.company.id, 'published')
    const read = async () => {
      const own = await listOwnNeeds(as(who.company))
      return Object.fromEntries(own.map((one) => [one.id, one.isBeingJudged]))
    }
    const judged = async () => {
      await db.execute(
        sql`update pgboss.job set state = 'completed', created_on = created_on - interval '1 s'`,
      )
      expect(await read()).toEqual({ [waiting.id]: false, [still.id]: false })
    }
    expect(await read()).toEqual({ [waiting.id]: false, [still.id]: false })
    value(await approveNeed(as(who.verifier), waiting.id))
    expect(await read()).toEqual({ [waiting.id]: true, [still.id]: false })
    await judged()
    await moveOpenAmount(db, waiting.id, -100 * WAN, NOW)
    expect(await read()).toEqual({ [waiting.id]: true, [still.id]: false })
    await judged()
    value(
      await saveProfile(as(who.company), { section: 'people', values: { staff: 9, rdStaff: 1 } }),
    )
    expect(await read()).toEqual({ [waiting.id]: true, [still.id]: true })
  }),
)

test(
  'an unanswered need is stuck until it is assigned, and again when that comes to nothing',
  scene(async ({ db, cast, who, as }) => {
    const product = await makeProduct(db, cast.financier.id, 'live')
    const stuck = await makeNeed(db, cast.company.id, 'published', { answerDueAt: LONG_AGO })
    const listed = async (now = NOW) => ({
      unanswered: (await listUnansweredNeeds(as(who.verifier, now), 9)).map(({ id }) => id),
      overdue: (await listOverdueIntroductions(as(who.verifier, now), 9)).map((one) => one.needId),
    })
    expect(await listed()).toEqual({ unanswered: [stuck.id], overdue: [] })
    await makeMatch(db, { needId: stuck.id, productId: product.id, financierId: cast.financier.id })
    const id = value(
      await assignNeed(as(who.verifier), { needId: stuck.id, productId: product.id }),
    )
    expect(await listed()).toEqual({ unanswered: [], overdue: [] })
    const later = new Date('2024-05-20T02:00:00Z')
    expect(await listed(later)).toEqual({ unanswered: [], overdue: [stuck.id] })
    value(await lapseIntroduction({ db, now: later, actor: { audience: 'clock' } }, id))
    expect(await listed(later)).toEqual({ unanswered: [stuck.id], overdue: [] })
  }),
)

test(
  'an offer waits for its company from the first on, until it asks for a decision or amends the need',
  scene(async ({ db, cast, who, as }) => {
    const product = await makeProduct(db, cast.financier.id, 'live')
    const asked = await makeNeed(db, cast.company.id, 'published', { version: 2 })
    const met = await makeIntroduction(
      db,
      {
        needId: asked.id,
        productId: product.id,
        companyId: cast.company.id,
        financierId: cast.financier.id,
      },
      'in-contact',
      { givenBy: cast.of.company.owner.id },
    )
    const waiting = async () => (await listOwnTasks(as(who.company))).offers.map(({ id }) => id)
    const indicative = await makeOffer(
      db,
      { introductionId: met.id, needId: asked.id },
      'indicative',
      { needVersion: 2 },
    )
    expect(await waiting()).toEqual([indicative.id])
    value(await askForApproval(as(who.company), indicative.id))
    expect(await waiting()).toEqual([])
    await makeOffer(db, { introductionId: met.id, needId: asked.id }, 'indicative', {
      needVersion: 1,
    })
    expect(await waiting()).toEqual([])
  }),
)

test(
  'the certificates of a talk are those of today, also once nothing more is open; of a need that ended, those of then',
  scene(async ({ db, cast, who, as }) => {
    const held = { kind: 'gazelle' as const, level: 'national' as const }
    await db.insert(qualification).values([
      {
        id: newId(),
        organisationId: cast.company.id,
        ...held,
        validFrom: '2021-06-01',
        validTo: '2024-05-31',
      },
      {
        id: newId(),
        organisationId: cast.company.id,
        ...held,
        validFrom: '2024-07-01',
        validTo: '2027-06-30',
      },
    ])
    const { id: productId } = await makeProduct(db, cast.financier.id, 'live')
    const talk = async (state: 'published' | 'closed') => {
      const { id: needId } = await makeNeed(db, cast.company.id, state, { openFen: 0 })
      const of = { needId, productId, companyId: cast.company.id, financierId: cast.financier.id }
      return (await makeIntroduction(db, of, 'drawn', { givenBy: cast.of.company.owner.id })).id
    }
    const [open, closed] = [await talk('published'), await talk('closed')]
    const told = async (id: string, day: string) => {
      const bank = as(who.financier, new Date(`${day}T02:00:00Z`))
      const met = await findFinancierIntroduction(bank, id)
      const listed = (await listOwnIntroductions(bank)).find((one) => one.id === id)
      expect(listed?.teaser).toEqual(met?.need.teaser)
      return met?.need.teaser.qualifications
    }
    const until = (endsInQuarter: string) => [{ kind: 'gazelle', endsInQuarter }]
    expect(await told(open, '2024-05-20')).toEqual(until('2024-Q2'))
    expect(await told(open, '2024-06-10')).toEqual([])
    expect(await told(open, '2024-07-10')).toEqual(until('2027-Q2'))
    expect(await told(closed, '2024-07-10')).toEqual(until('2024-Q2'))
  }),
)

test(
  'a company reads of its published need what its lead shows a financier, word for word',
  scene(async ({ db, cast, who, as }) => {
    await makeProduct(db, cast.financier.id, 'live')
    const { id } = await makeNeed(db, cast.company.id, 'published', { openFen: 300 * WAN })
    value(await judgeNeed(as({ audience: 'clock' }), id))
    const [own] = await listOwnNeeds(as(who.company), id)
    const [lead] = await listLeads(as(who.financier), {}, null)
    const teaser = own && teaserToday(own, '2024-05-15')
    if (!own || !teaser) throw new Error('there is no teaser')
    expect(asLeadTells(teaser, own.openFen)).toEqual(lead?.teaser)
    expect(lead?.teaser.amountFen).toBe(300 * WAN)
  }),
)

test(
  'a product that was just published says that it is being matched, and an official reads it of a need',
  scene(async ({ db, cast, who, as }) => {
    const { id } = await makeProduct(db, cast.financier.id, 'draft')
    const read = async () => {
      const listed = await listOwnProducts(as(who.financier))
      expect((await findOwnProduct(as(who.financier), id))?.isBeingJudged).toBe(
        listed[0]?.isBeingJudged,
      )
      return listed[0]?.isBeingJudged
    }
    expect(await read()).toBe(false)
    value(await publishProduct(as(who.financier), id))
    expect(await read()).toBe(true)
    const asked = await makeNeed(db, cast.company.id, 'in-review')
    value(await approveNeed(as(who.verifier), asked.id))
    expect((await findNeedInScope(as(who.verifier), asked.id))?.isBeingJudged).toBe(true)
    await db.execute(sql`update pgboss.job set state = 'completed'`)
    expect(await read()).toBe(false)
    expect((await findNeedInScope(as(who.verifier), asked.id))?.isBeingJudged).toBe(false)
  }),
)
