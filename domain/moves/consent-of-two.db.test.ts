import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { consent, introduction, organisation } from '@/db/schema'
import { fieldGroups, type FieldGroup } from '../consent/consent'
import { discloseCompany } from '../consent/disclose'
import { findOwnTakenBack, listOwnConsents } from '../consent/queries'
import { runClocks } from '../clock/run-clocks'
import { claimNeed } from '../introduction/claim-need'
import { dateConsent } from '../introduction/date-consent'
import { giveConsent } from '../introduction/give-consent'
import { inviteFinancier } from '../introduction/invite-financier'
import { answerIntroduction } from '../introduction/answer-introduction'
import { findFinancierIntroduction, listOwnIntroductions } from '../introduction/queries'
import { restoreConsent } from '../introduction/restore-consent'
import { widenConsent } from '../introduction/widen-consent'
import { listReportedServices } from '../ledger/queries'
import { listOwnNotifications } from '../notice/queries'
import { aLead, anIntroduction } from '../testing/attempts-introduction'
import { NOW } from '../testing/cast'
import { expectRefusal, tale, value, type Scene } from '../testing/tale'
import { endIntroduction } from './end-introduction'
import { narrowConsent } from './narrow-consent'
import { revokeConsent } from './revoke-consent'

const { scene } = tale()
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
const least: FieldGroup[] = ['identity', 'contact']
const SECRETS = ['CANARY-NAME', 'CANARY-PHONE', '987654321']

/** Two talks of the same two, on two needs, of a company whose name, phone and revenue can be told from any other. */
async function twoTalks(on: Scene, states: [string, string] = ['open', 'in-contact']) {
  const { db, cast } = on
  await db
    .update(organisation)
    .set({ name: SECRETS[0] })
    .where(eq(organisation.id, cast.company.id))
  await db.execute(
    `update profile set contact_phone = '${SECRETS[1]}' where organisation_id = '${cast.company.id}'`,
  )
  await db.execute(
    `insert into profile_year (organisation_id, year, revenue_fen) values ('${cast.company.id}', 2019, ${SECRETS[2]})`,
  )
  const [one, other] = [await anIntroduction(on, states[0]), await anIntroduction(on, states[1])]
  return { one: one.id, other: other.id }
}

/** Every byte that a financier reads of its talks: pages, lists, notices. */
async function bytes({ as, who }: Scene, talks: string[], now = NOW) {
  const context = as(who.financier, now)
  return JSON.stringify([
    ...(await Promise.all(
      talks.map(async (id) => [
        await discloseCompany(context, id),
        await findFinancierIntroduction(context, id),
      ]),
    )),
    await listOwnIntroductions(context),
    await listReportedServices(context, null),
    await listOwnNotifications(context, null),
  ])
}
const found = (text: string) => SECRETS.filter((secret) => text.includes(secret))
const open = async ({ as, who }: Scene, now = NOW) =>
  (await listOwnConsents(as(who.company, now))).flatMap(({ consents }) => consents)
const stateOf = async ({ db }: Scene, id: string) =>
  (await db.select().from(introduction).where(eq(introduction.id, id)))[0]?.state

describe('what is taken back in one talk', () => {
  test(
    'is read in no other of the two, not by a byte',
    scene(async (on) => {
      const { one, other } = await twoTalks(on)
      expect(found(await bytes(on, [one, other]))).toEqual(SECRETS)
      value(await narrowConsent(on.as(on.who.company), one, ['accounts']))
      expect(found(await bytes(on, [one, other]))).toEqual(SECRETS.slice(0, 2))
      value(await revokeConsent(on.as(on.who.company), one))
      expect(found(await bytes(on, [one, other]))).toEqual([])
      expect(await open(on)).toEqual([])
    }),
  )

  test.each<[FieldGroup, string]>([
    ['accounts', 'in-contact'],
    ['identity', 'ended'],
    ['contact', 'ended'],
  ])('without %s leaves the other %s', (group, state) =>
    scene(async (on) => {
      const { one, other } = await twoTalks(on)
      value(await narrowConsent(on.as(on.who.company), one, [group]))
      expect(await stateOf(on, other)).toBe(state)
    })(),
  )

  test(
    'ends neither a request that waits nor what is drawn',
    scene(async (on) => {
      const { one, other } = await twoTalks(on, ['drawn', 'requested'])
      value(await revokeConsent(on.as(on.who.company), one))
      expect([await stateOf(on, one), await stateOf(on, other)]).toEqual(['drawn', 'requested'])
    }),
  )
})

describe('a talk that ends', () => {
  test(
    'ends the consent with the last of the two that is live or drawn',
    scene(async (on) => {
      const { one, other } = await twoTalks(on)
      value(await endIntroduction(on.as(on.who.company), one, 'why'))
      expect(found(await bytes(on, [other]))).toEqual(SECRETS)
      expect(await discloseCompany(on.as(on.who.financier), one), 'by the ended one').toMatchObject(
        {
          groups: [],
        },
      )
      value(await endIntroduction(on.as(on.who.company), other, 'why'))
      expect(found(await bytes(on, [one, other]))).toEqual([])
      expect(await open(on)).toEqual([])
    }),
  )

  test(
    'leaves the consent where the other is drawn',
    scene(async (on) => {
      const { one, other } = await twoTalks(on, ['open', 'drawn'])
      value(await endIntroduction(on.as(on.who.company), one, 'why'))
      expect(await open(on)).toHaveLength(fieldGroups.length)
      expect(found(await bytes(on, [other]))).toEqual(SECRETS)
    }),
  )
})

describe('another talk', () => {
  test(
    'that is only claimed reads nothing; it opens with nothing to tick again, and what was open keeps its day',
    scene(async (on) => {
      const { one } = await twoTalks(on)
      value(
        await dateConsent(on.as(on.who.company), one, { group: 'contact', until: '2024-06-01' }),
      )
      const before = await open(on)
      const claim = { groups: least, purpose: 'credit-review' as const, until: '2024-09-01' }
      const id = value(await claimNeed(on.as(on.who.financier), await aLead(on), claim))
      expect(await discloseCompany(on.as(on.who.financier), id)).toMatchObject({ groups: [] })
      value(await giveConsent(on.as(on.who.company), id, { groups: least, until: '2024-09-01' }))
      expect(await open(on)).toEqual(before)
      expect((await discloseCompany(on.as(on.who.financier), id))?.groups).toEqual(
        expect.arrayContaining([...fieldGroups]),
      )
    }),
  )

  test(
    'to which the company invites is read once the financier accepts, and not before',
    scene(async (on) => {
      await on.db
        .update(organisation)
        .set({ name: SECRETS[0] })
        .where(eq(organisation.id, on.cast.company.id))
      const given = { groups: least, until: '2024-09-01' }
      const id = value(await inviteFinancier(on.as(on.who.company), await aLead(on), given))
      expect(found(await bytes(on, [id]))).toEqual([])
      value(await answerIntroduction(on.as(on.who.financier), id))
      expect(found(await bytes(on, [id]))).toEqual(SECRETS.slice(0, 1))
    }),
  )
})

describe('undo', () => {
  test(
    'makes what was taken back what it was, each with its own day',
    scene(async (on) => {
      const { one } = await twoTalks(on, ['drawn', 'drawn'])
      const company = on.as(on.who.company)
      value(await dateConsent(company, one, { group: 'accounts', until: '2024-05-20' }))
      value(await widenConsent(company, one, { groups: ['property'], until: '2024-12-10' }))
      const before = await open(on)
      expect(new Set(before.map(({ until }) => until)).size).toBe(3)
      const at = later(1)
      value(await revokeConsent(on.as(on.who.company, at), one))
      expect(await open(on, at)).toEqual([])
      const taken = await findOwnTakenBack(on.as(on.who.company, at), one)
      expect(taken).toMatchObject({ at, undoable: true })
      expect(taken?.groups.toSorted()).toEqual(fieldGroups.toSorted())
      value(await restoreConsent(on.as(on.who.company, later(1.1)), one, at))
      expect(await open(on)).toEqual(before)
      expect(found(await bytes(on, [one], later(1.1)))).toEqual(SECRETS)
    }),
  )

  test.each<[string, (on: Scene, one: string, other: string) => Promise<unknown>]>([
    [
      'a talk ended by it',
      ({ as, who }, one) => narrowConsent(as(who.company, later(1)), one, ['contact']),
    ],
    [
      'only another talk ended by it',
      ({ as, who }, _one, other) => narrowConsent(as(who.company, later(1)), other, ['identity']),
    ],
    [
      'it was opened again meanwhile',
      async ({ as, who }, one) => {
        value(await narrowConsent(as(who.company, later(1)), one, ['accounts']))
        const wider = { groups: ['accounts' as const], until: '2024-06-01' }
        return widenConsent(as(who.company, later(2)), one, wider)
      },
    ],
    [
      'its day has passed',
      async ({ as, who }, one) => {
        value(await dateConsent(as(who.company), one, { group: 'accounts', until: '2024-05-16' }))
        return narrowConsent(as(who.company, later(1)), one, ['accounts'])
      },
    ],
  ])('is not there where %s', (_why, done) =>
    scene(async (on) => {
      const { one, other } = await twoTalks(on, ['drawn', 'open'])
      value((await done(on, one, other)) as never)
      const day = later(20)
      expect((await findOwnTakenBack(on.as(on.who.company, day), one))?.undoable ?? false).toBe(
        false,
      )
      await expectRefusal(
        on.db,
        () => restoreConsent(on.as(on.who.company, day), one, later(1)),
        'nothing-to-undo',
      )
    })(),
  )
})

describe('a day', () => {
  test(
    'is shortened and extended in place, for what it was given and no further than the law allows',
    scene(async (on) => {
      const { one } = await twoTalks(on)
      const company = on.as(on.who.company)
      const day = async (until: string) => {
        value(await dateConsent(company, one, { group: 'accounts', until }))
        return (await open(on)).find(({ fieldGroup }) => fieldGroup === 'accounts')
      }
      expect(await day('2024-05-16')).toMatchObject({
        until: '2024-05-16',
        purpose: 'credit-review',
      })
      const read = (now: Date) => discloseCompany(on.as(on.who.financier, now), one)
      expect((await read(later(1)))?.groups).toContain('accounts')
      expect((await read(later(2)))?.groups).not.toContain('accounts')
      expect(await day('2025-05-15')).toMatchObject({
        until: '2025-05-15',
        purpose: 'credit-review',
      })
      expect(await open(on)).toHaveLength(fieldGroups.length)
      for (const [until, refusal] of [
        ['2024-05-14', 'until-past'],
        ['2025-05-16', 'until-far'],
      ] as const)
        await expectRefusal(
          on.db,
          () => dateConsent(company, one, { group: 'accounts', until }),
          refusal,
        )
      value(await narrowConsent(company, one, ['accounts']))
      await expectRefusal(
        on.db,
        () => dateConsent(company, one, { group: 'accounts', until: '2024-06-01' }),
        'group-not-open',
      )
    }),
  )

  test(
    'that runs out ends both talks by the clock, once',
    scene(async (on) => {
      const { one, other } = await twoTalks(on)
      await on.db
        .update(consent)
        .set({ until: '2024-05-14' })
        .where(and(eq(consent.companyId, on.cast.company.id), eq(consent.fieldGroup, 'identity')))
      const { 'expire-consent': moved } = await runClocks({
        actor: { audience: 'clock' },
        now: NOW,
        db: on.db,
      })
      expect(moved).toBe(1)
      expect([await stateOf(on, one), await stateOf(on, other)]).toEqual(['ended', 'ended'])
    }),
  )
})
