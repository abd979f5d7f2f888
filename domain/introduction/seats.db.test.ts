import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { introduction, need, product } from '@/db/schema'
import { listLeads } from '../match/queries'
import { endIntroduction } from '../moves/end-introduction'
import { refuseRequest } from '../moves/refuse-request'
import { voidService } from '../moves/void-service'
import { suspendOrganisation } from '../organisation/suspend-organisation'
import { aLead, anIntroduction } from '../testing/attempts-introduction'
import { financierActor, makeMember, makeOrganisation, NOW } from '../testing/cast'
import { makeIntroduction, makeMatch, makeNeed, makeProduct, WAN } from '../testing/rows'
import { expectRefusal, race, tale, value, type Scene } from '../testing/tale'
import { assignNeed } from './assign-need'
import { claimNeed } from './claim-need'
import type { IntroductionState } from './introduction'
import { inviteFinancier } from './invite-financier'
import { reportDrawing } from './report-drawing'

const { scene, stage } = tale()
const asked = {
  groups: ['identity' as const, 'contact' as const],
  purpose: 'credit-review' as const,
  until: '2024-08-01',
}

/** Another bank with a product and a match on the need. */
async function anotherBank({ db }: Scene, needId: string) {
  const bank = await makeOrganisation(db, 'financier')
  const actor = financierActor(bank, await makeMember(db, bank.id, 'owner'))
  const offered = await makeProduct(db, bank.id, 'live')
  await makeMatch(db, { needId, productId: offered.id, financierId: bank.id })
  return { actor, wanted: { needId, productId: offered.id }, financierId: bank.id }
}

/** So many other financiers hold a seat on the need. */
async function takeSeats(on: Scene, needId: string, states: IntroductionState[]) {
  for (const state of states) {
    const { wanted, financierId } = await anotherBank(on, needId)
    await makeIntroduction(on.db, { ...wanted, companyId: on.cast.company.id, financierId }, state)
  }
}

describe('the last seat', () => {
  test(
    'goes to exactly one of eight who claim it at once, and the others learn that it is gone',
    stage(async (on) => {
      const { id: needId } = await makeNeed(on.db, on.cast.company.id, 'published')
      await takeSeats(on, needId, ['requested', 'open'])
      const banks = []
      for (let count = 0; count < 8; count++) banks.push(await anotherBank(on, needId))
      const outcome = await race(
        banks.map(
          ({ actor, wanted }) =>
            () =>
              claimNeed(on.as(actor), wanted, asked),
        ),
      )
      expect(outcome).toEqual({ won: 1, told: ['seats-taken'] })
    }),
  )

  test(
    'goes to one of a claim, an assignment and an invitation',
    stage(async (on) => {
      const { id: needId } = await makeNeed(on.db, on.cast.company.id, 'published')
      await takeSeats(on, needId, ['requested', 'open'])
      const [one, two, three] = [
        await anotherBank(on, needId),
        await anotherBank(on, needId),
        await anotherBank(on, needId),
      ]
      const outcome = await race([
        () => claimNeed(on.as(one.actor), one.wanted, asked),
        () => assignNeed(on.as(on.who.verifier), two.wanted),
        () => inviteFinancier(on.as(on.who.company), three.wanted, asked),
      ])
      expect(outcome).toEqual({ won: 1, told: ['seats-taken'] })
    }),
  )

  test(
    'sent twice is one claim, and the second is told it is there',
    stage(async (on) => {
      const lead = await aLead(on)
      const twice = () => claimNeed(on.as(on.who.financier), lead, asked)
      expect(await race([twice, twice])).toEqual({ won: 1, told: ['already-introduced'] })
    }),
  )
})

describe('a seat', () => {
  test.each<[string, IntroductionState[], boolean]>([
    ['three live ones take all', ['invited', 'assigned', 'approved'], true],
    ['an ended one holds none', ['invited', 'assigned', 'ended'], false],
    ['a drawn one holds none', ['invited', 'drawn', 'file-complete'], false],
  ])('%s', (_name, states, full) =>
    scene(async (on) => {
      const lead = await aLead(on)
      await takeSeats(on, lead.needId, states)
      const claim = () => claimNeed(on.as(on.who.financier), lead, asked)
      if (full) await expectRefusal(on.db, claim, 'seats-taken')
      else value(await claim())
    })(),
  )

  test(
    'is held by a voided last drawing again, even as the fourth',
    scene(async (on) => {
      const { db, who, as } = on
      const { id, needId = '' } = await anIntroduction(on, 'approved')
      const drawing = { amountFen: WAN, drawnOn: '2024-05-15', contractNo: 'HT', secures: null }
      value(await reportDrawing(as(who.financier), id, drawing))
      await takeSeats(on, needId, ['open', 'open', 'open'])
      const { rows } = await db.execute<{ id: string }>(
        `select id from service where introduction_id = '${id}'`,
      )
      value(await voidService(as(who.financier), rows[0]?.id ?? '', 'a slip'))
      const [met] = await db.select().from(introduction).where(eq(introduction.id, id))
      expect(met).toMatchObject({ state: 'approved', drawnAt: null })
      const fourth = await anotherBank(on, needId)
      await expectRefusal(
        db,
        () => claimNeed(as(fourth.actor), fourth.wanted, asked),
        'seats-taken',
      )
      const [lead] = await listLeads(as(fourth.actor), {}, null)
      expect(lead).toMatchObject({ seatsTaken: 4, seatsFree: 0 })
    }),
  )
})

describe('a seat is refused', () => {
  test(
    'where the two have met already',
    scene(async (on) => {
      const { needId = '', productId = '' } = await anIntroduction(on, 'drawn')
      const claim = () => claimNeed(on.as(on.who.financier), { needId, productId }, asked)
      await expectRefusal(on.db, claim, 'already-introduced')
    }),
  )

  test.each(['refused', 'ended'] as const)(
    'where the company has %s it before, unless the company invites it back',
    (how) =>
      scene(async (on) => {
        const state = how === 'refused' ? 'requested' : 'open'
        const { id, needId = '', productId = '' } = await anIntroduction(on, state)
        const lead = { needId, productId }
        value(
          how === 'refused'
            ? await refuseRequest(on.as(on.who.company), id)
            : await endIntroduction(on.as(on.who.company), id, 'why'),
        )
        const claim = () => claimNeed(on.as(on.who.financier), lead, asked)
        await expectRefusal(on.db, claim, 'company-said-no')
        await expectRefusal(
          on.db,
          () => assignNeed(on.as(on.who.verifier), lead),
          'company-said-no',
        )
        expect(await listLeads(on.as(on.who.financier), {}, null)).toEqual([])
        value(await inviteFinancier(on.as(on.who.company), lead, asked))
      })(),
  )

  test.each<[string, Partial<typeof product.$inferInsert>, string]>([
    ['where the product is paused', { state: 'paused' }, 'product-not-live'],
    ['where it is retired', { state: 'retired' }, 'product-not-live'],
    ['where it does not fit any more', { amountMaxFen: 499 * WAN }, 'not-eligible'],
  ])('%s', (_name, change, refusal) =>
    scene(async (on) => {
      const lead = await aLead(on)
      await on.db.update(product).set(change).where(eq(product.id, lead.productId))
      for (const run of [
        () => claimNeed(on.as(on.who.financier), lead, asked),
        () => assignNeed(on.as(on.who.verifier), lead),
        () => inviteFinancier(on.as(on.who.company), lead, asked),
      ])
        await expectRefusal(on.db, run, refusal)
    })(),
  )

  test.each<[string, Partial<typeof need.$inferInsert>]>([
    ['where the need is withdrawn', { state: 'withdrawn' }],
    ['where it is in review', { state: 'in-review' }],
    ['where nothing of it is open', { openFen: 0 }],
  ])('%s', (_name, change) =>
    scene(async (on) => {
      const lead = await aLead(on)
      await on.db.update(need).set(change).where(eq(need.id, lead.needId))
      const claim = () => claimNeed(on.as(on.who.financier), lead, asked)
      await expectRefusal(on.db, claim, 'need-not-open')
    })(),
  )

  test(
    'where its company or financier is suspended',
    scene(async (on) => {
      const lead = await aLead(on)
      value(await suspendOrganisation(on.as(on.who.verifier), on.cast.company.id, 'why'))
      const claim = () => claimNeed(on.as(on.who.financier), lead, asked)
      await expectRefusal(on.db, claim, 'need-not-open')
      expect(await listLeads(on.as(on.who.financier), {}, null)).toEqual([])
      const other = await anotherBank(
        on,
        (await makeNeed(on.db, on.cast.otherCompany.id, 'published')).id,
      )
      value(await suspendOrganisation(on.as(on.who.verifier), other.financierId, 'why'))
      await expectRefusal(
        on.db,
        () => assignNeed(on.as(on.who.verifier), other.wanted),
        'financier-not-admitted',
      )
    }),
  )

  test.each([
    ['until yesterday', '2024-05-14', 'until-past'],
    ['for more than a year', '2025-05-16', 'until-far'],
  ])('where it is asked %s', (_name, until, refusal) =>
    scene(async (on) => {
      const lead = await aLead(on)
      const input = { ...asked, until }
      await expectRefusal(on.db, () => claimNeed(on.as(on.who.financier), lead, input), refusal)
      await expectRefusal(on.db, () => inviteFinancier(on.as(on.who.company), lead, input), refusal)
    })(),
  )

  test(
    'to a financier that never had the lead, by its own or by another’s product',
    scene(async (on) => {
      const lead = await aLead(on)
      const stranger = financierActor(on.cast.otherFinancier, on.cast.of.otherFinancier.owner)
      const own = await makeProduct(on.db, on.cast.otherFinancier.id, 'live')
      for (const productId of [lead.productId, own.id])
        await expectRefusal(
          on.db,
          () => claimNeed(on.as(stranger), { ...lead, productId }, asked),
          'not-found',
        )
    }),
  )
})

test(
  'the first answer of a need is kept, and its clock stops there',
  scene(async (on) => {
    const lead = await aLead(on)
    const first = new Date(NOW.getTime() + 60_000)
    value(await claimNeed(on.as(on.who.financier, first), lead, asked))
    const second = await anotherBank(on, lead.needId)
    value(
      await claimNeed(on.as(second.actor, new Date(NOW.getTime() + 120_000)), second.wanted, asked),
    )
    const [row] = await on.db.select().from(need).where(eq(need.id, lead.needId))
    expect(row?.firstAnswerAt).toEqual(first)
  }),
)
