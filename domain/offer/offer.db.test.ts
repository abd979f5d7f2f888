import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { introduction, need, offer, product, service } from '@/db/schema'
import { declineNeed } from '../moves/decline-need'
import { endIntroduction } from '../moves/end-introduction'
import { amendNeed } from '../need/amend-need'
import { anIntroduction, anOffer } from '../testing/attempts-introduction'
import { amended } from '../testing/attempts-need'
import { companyActor, financierActor, NOW } from '../testing/cast'
import {
  makeIntroduction,
  makeOffer as putOffer,
  makeProduct,
  offerTerms,
  WAN,
} from '../testing/rows'
import { expectRefusal, race, tale, value, type Scene } from '../testing/tale'
import { acceptOffer } from './accept-offer'
import { approveOffer } from './approve-offer'
import { askForApproval } from './ask-for-approval'
import { declineOffer } from './decline-offer'
import { makeOffer } from './make-offer'
import { withdrawOffer } from './withdraw-offer'

const { scene, stage } = tale()
const offersOf = (on: Scene, introductionId: string) =>
  on.db.select().from(offer).where(eq(offer.introductionId, introductionId)).orderBy(offer.id)
const readState = async (on: Scene, id: string) =>
  (await on.db.select().from(introduction).where(eq(introduction.id, id)))[0]?.state

describe('an offer on an older version of the need', () => {
  test(
    'stays readable and can no longer be asked for or accepted; a new one can',
    scene(async (on) => {
      const { db, who, as } = on
      const indicative = await anOffer(on, 'indicative')
      const approved = await anOffer(on, 'approved')
      for (const { needId = '' } of [indicative, approved])
        value(await amendNeed(as(who.company), needId, amended))
      await expectRefusal(db, () => askForApproval(as(who.company), indicative.id), 'need-amended')
      await expectRefusal(db, () => acceptOffer(as(who.company), approved.id), 'need-amended')
      const { introductionId = '' } = indicative
      value(await approveOffer(as(who.financier), introductionId, offerTerms))
      const [old, fresh] = await offersOf(on, introductionId)
      expect(old).toMatchObject({ state: 'replaced', amountFen: 300 * WAN })
      expect(fresh).toMatchObject({ state: 'approved', needVersion: 2, replacesId: old?.id })
      value(await acceptOffer(as(who.company), fresh?.id ?? ''))
    }),
  )

  test(
    'can still be declined and withdrawn',
    scene(async (on) => {
      const one = await anOffer(on, 'indicative')
      const other = await anOffer(on, 'asked')
      for (const { needId = '' } of [one, other])
        value(await amendNeed(on.as(on.who.company), needId, amended))
      value(await declineOffer(on.as(on.who.company), one.id))
      value(await withdrawOffer(on.as(on.who.financier), other.id))
    }),
  )
})

describe('an offer is refused', () => {
  test.each<[string, Partial<typeof offerTerms>, string]>([
    ['that was valid until yesterday', { validUntil: '2024-05-14' }, 'valid-until-past'],
    ['over what is still open', { amountFen: 500 * WAN + 1 }, 'amount-over-open'],
  ])('%s', (_name, more, refusal) =>
    scene(async (on) => {
      const { introductionId = '' } = await anOffer(on, 'none')
      for (const verb of [makeOffer, approveOffer]) {
        const run = () => verb(on.as(on.who.financier), introductionId, { ...offerTerms, ...more })
        await expectRefusal(on.db, run, refusal)
      }
    })(),
  )

  test(
    'after the day it is valid until',
    scene(async (on) => {
      const { id } = await anOffer(on, 'approved')
      const last = new Date('2024-06-14T15:00:00Z')
      const after = new Date('2024-06-14T16:00:00Z')
      await expectRefusal(
        on.db,
        () => acceptOffer(on.as(on.who.company, after), id),
        'offer-expired',
      )
      value(await acceptOffer(on.as(on.who.company, last), id))
    }),
  )

  test(
    'to a stranger of either side',
    scene(async (on) => {
      const { cast, as } = on
      const { id, introductionId = '' } = await anOffer(on, 'indicative')
      const company = companyActor(cast.otherCompany, cast.of.otherCompany.owner)
      const bank = financierActor(cast.otherFinancier, cast.of.otherFinancier.owner)
      await expectRefusal(on.db, () => declineOffer(as(company), id), 'not-found')
      await expectRefusal(on.db, () => withdrawOffer(as(bank), id), 'not-found')
      await expectRefusal(on.db, () => makeOffer(as(bank), introductionId, offerTerms), 'not-found')
    }),
  )
})

describe('accepting', () => {
  test(
    'is rung 5 on the day of approval; less stays open, and the need is judged again',
    scene(async (on) => {
      const { db, who, as } = on
      const { id, needId = '', introductionId = '' } = await anOffer(on, 'approved')
      const later = new Date('2024-05-20T02:00:00Z')
      value(await acceptOffer(as(who.company, later), id))
      const [granted] = await db
        .select()
        .from(service)
        .where(eq(service.introductionId, introductionId))
      expect(granted).toMatchObject({
        rung: 5,
        happenedOn: '2024-05-15',
        recordedAt: later,
        amountFen: 300 * WAN,
        contractNo: null,
        state: 'reported',
        source: 'platform',
      })
      const [asked] = await db.select().from(need).where(eq(need.id, needId))
      expect(asked?.openFen).toBe(200 * WAN)
      const { rows } = await db.execute(`select data from pgboss.job where name = 'judge-need'`)
      expect(rows).toEqual([{ data: { needId } }])
    }),
  )

  test(
    'more than is still open is neither asked for nor accepted, though it was offered or approved before',
    scene(async (on) => {
      const { db, cast, who, as } = on
      const { id, needId = '' } = await anOffer(on, 'approved')
      const { id: productId } = await makeProduct(db, cast.otherFinancier.id, 'live')
      const parties = { companyId: cast.company.id, financierId: cast.otherFinancier.id }
      const met = await makeIntroduction(db, { needId, productId, ...parties }, 'approved')
      const second = await putOffer(db, { introductionId: met.id, needId }, 'approved')
      const third = await putOffer(db, { introductionId: met.id, needId }, 'indicative')
      value(await acceptOffer(as(who.company), id))
      await expectRefusal(db, () => acceptOffer(as(who.company), second.id), 'amount-over-open')
      await expectRefusal(db, () => askForApproval(as(who.company), third.id), 'amount-over-open')
      expect((await offersOf(on, met.id))[0]?.state).toBe('approved')
    }),
  )

  test(
    'twice at once accepts once and grants once',
    stage(async (on) => {
      const { id, introductionId = '' } = await anOffer(on, 'approved')
      const accept = () => acceptOffer(on.as(on.who.company), id)
      expect(await race([accept, accept])).toEqual({ won: 1, told: ['wrong-state'] })
      const rows = await on.db
        .select()
        .from(service)
        .where(eq(service.introductionId, introductionId))
      expect(rows).toHaveLength(1)
    }),
  )

  test.each([
    ['the company ends its introduction', endIntroduction],
    ['the financier declines', declineNeed],
  ] as const)('is undone where %s: what was granted is open again, and judged', (_name, end) =>
    scene(async (on) => {
      const { db, who, as } = on
      const { id, needId = '', introductionId = '' } = await anOffer(on, 'approved')
      value(await acceptOffer(as(who.company), id))
      await db.execute(`delete from pgboss.job where name = 'judge-need'`)
      if (end === declineNeed)
        value(await declineNeed(as(who.financier), introductionId, { code: 'other', words: 'why' }))
      else value(await endIntroduction(as(who.company), introductionId, 'why'))
      const [asked] = await db.select().from(need).where(eq(need.id, needId))
      expect(asked?.openFen).toBe(500 * WAN)
      const { rows } = await db.execute(`select data from pgboss.job where name = 'judge-need'`)
      expect(rows).toEqual([{ data: { needId } }])
    })(),
  )

  test(
    'and withdrawing it at once: one of them wins',
    stage(async (on) => {
      for (let round = 0; round < 8; round++) {
        const { id, introductionId = '' } = await anOffer(on, 'approved')
        const outcome = await race([
          () => acceptOffer(on.as(on.who.company), id),
          () => withdrawOffer(on.as(on.who.financier), id),
        ])
        expect(outcome).toEqual({ won: 1, told: ['wrong-state'] })
        const [row] = await offersOf(on, introductionId)
        expect(await readState(on, introductionId)).toBe(
          row?.state === 'accepted' ? 'approved' : 'file-complete',
        )
      }
    }),
  )
})

test.each<['declined' | 'withdrawn', 'approved' | 'indicative', string]>([
  ['declined', 'approved', 'file-complete'],
  ['withdrawn', 'approved', 'file-complete'],
  ['declined', 'indicative', 'file-complete'],
])('%s while %s, an offer leaves its introduction at *%s*', (how, state, left) =>
  scene(async (on) => {
    const { id, introductionId = '' } = await anOffer(on, state)
    value(
      how === 'declined'
        ? await declineOffer(on.as(on.who.company), id)
        : await withdrawOffer(on.as(on.who.financier), id),
    )
    expect(await readState(on, introductionId)).toBe(left)
    value(await approveOffer(on.as(on.who.financier), introductionId, offerTerms))
    expect(await readState(on, introductionId)).toBe('approved')
  })(),
)

test(
  'a new offer replaces the open one, and nobody else’s',
  scene(async (on) => {
    const mine = await anOffer(on, 'asked')
    const elsewhere = await anOffer(on, 'asked')
    value(await makeOffer(on.as(on.who.financier), mine.introductionId ?? '', offerTerms))
    const states = (await offersOf(on, mine.introductionId ?? '')).map(({ state }) => state)
    expect(states).toEqual(['replaced', 'indicative'])
    expect((await offersOf(on, elsewhere.introductionId ?? ''))[0]?.state).toBe('asked')
  }),
)

test(
  'an offer keeps its all-in cost, drawn on the day it was made',
  scene(async (on) => {
    const { introductionId = '' } = await anOffer(on, 'none')
    value(await makeOffer(on.as(on.who.financier, NOW), introductionId, offerTerms))
    expect((await offersOf(on, introductionId))[0]?.allInBp).toBe(350)
  }),
)

test(
  'a guarantee is offered and accepted beside a loan that took all that was open, and takes nothing of it',
  scene(async (on) => {
    const { db, who, as } = on
    const { id, needId = '', productId = '' } = await anIntroduction(on, 'file-complete')
    await db.update(product).set({ class: 'guarantee' }).where(eq(product.id, productId))
    await db.update(need).set({ openFen: 0 }).where(eq(need.id, needId))
    const letter = { ...offerTerms, rateBp: null, repayment: 'none' as const, yearlyFeeBp: 80 }
    value(await approveOffer(as(who.financier), id, letter))
    value(await acceptOffer(as(who.company), (await offersOf(on, id))[0]?.id ?? ''))
    const [asked] = await db.select().from(need).where(eq(need.id, needId))
    expect(asked?.openFen).toBe(0)
  }),
)
