import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { saveProfile } from '../moves/save-profile'
import { lapseIntroduction } from '../moves/lapse-introduction'
import { assignNeed } from '../introduction/assign-need'
import { LONG_AGO, NOW } from '../testing/cast'
import { askForApproval } from '../offer/ask-for-approval'
import { makeIntroduction, makeMatch, makeNeed, makeOffer, makeProduct, WAN } from '../testing/rows'
import { tale, value } from '../testing/tale'
import { approveNeed } from './approve-need'
import { moveOpenAmount } from './move-open-amount'
import { listOverdueIntroductions, listUnansweredNeeds } from './official-queries'
import { listOwnNeeds } from './queries'
import { listOwnTasks } from './tasks'

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
