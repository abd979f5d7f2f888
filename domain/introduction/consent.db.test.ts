import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { introduction } from '@/db/schema'
import type { FieldGroup } from '../consent/consent'
import { discloseCompany } from '../consent/disclose'
import { listOwnConsents, listOwnDisclosures } from '../consent/queries'
import { narrowConsent } from '../moves/narrow-consent'
import { revokeConsent } from '../moves/revoke-consent'
import { anIntroduction } from '../testing/attempts-introduction'
import { financierActor, NOW } from '../testing/cast'
import { expectRefusal, tale, value, type Scene } from '../testing/tale'
import { answerIntroduction } from './answer-introduction'
import { giveConsent } from './give-consent'
import { handOver } from './hand-over'
import { logContact } from './log-contact'
import { widenConsent } from './widen-consent'

const { scene } = tale()
const least: FieldGroup[] = ['identity', 'contact']
const until = '2024-08-01'
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

async function opened(on: Scene, groups: FieldGroup[] = least) {
  const { id } = await anIntroduction(on, 'requested')
  value(await giveConsent(on.as(on.who.company), id, { groups, until }))
  return id
}
const readState = async ({ db }: Scene, id: string) =>
  (await db.select().from(introduction).where(eq(introduction.id, id)))[0]

describe('a financier reads', () => {
  test(
    'exactly the groups that were consented to, and each look is written down',
    scene(async (on) => {
      const id = await opened(on, [...least, 'accounts'])
      const read = await discloseCompany(on.as(on.who.financier), id)
      expect(Object.keys(read ?? {}).toSorted()).toEqual([
        'accounts',
        'contact',
        'groups',
        'identity',
        'until',
      ])
      expect(read).toMatchObject({
        until,
        identity: { name: on.cast.company.name, uscc: on.cast.company.uscc, words: 'words' },
        contact: { contactPhone: '02988880000' },
        accounts: { debtRatioBp: 4_500 },
      })
      for (const { email } of Object.values(on.cast.of.company))
        expect(JSON.stringify(read), 'no address to sign in with').not.toContain(email)
      const seen = await listOwnDisclosures(on.as(on.who.company), 10)
      expect(seen).toMatchObject([
        { introductionId: id, readerName: on.cast.financier.name, at: NOW },
      ])
      expect(seen[0]?.groups.toSorted()).toEqual(['accounts', 'contact', 'identity'])
    }),
  )

  test(
    'until the last day it was allowed, and not the day after',
    scene(async (on) => {
      const id = await opened(on)
      const on1August = new Date('2024-08-01T15:00:00Z')
      const on2August = new Date('2024-08-01T16:00:00Z')
      expect((await discloseCompany(on.as(on.who.financier, on1August), id))?.groups).toHaveLength(
        2,
      )
      expect(await discloseCompany(on.as(on.who.financier, on2August), id)).toEqual({
        groups: [],
        until: null,
      })
      expect(await listOwnConsents(on.as(on.who.company, on2August))).toEqual([])
      expect(await listOwnDisclosures(on.as(on.who.company), 10)).toHaveLength(1)
    }),
  )

  test(
    'nothing after it was revoked, and nothing is written down then',
    scene(async (on) => {
      const id = await opened(on)
      value(await revokeConsent(on.as(on.who.company), id))
      expect(await discloseCompany(on.as(on.who.financier), id)).toEqual({
        groups: [],
        until: null,
      })
      expect(await listOwnDisclosures(on.as(on.who.company), 10)).toEqual([])
    }),
  )

  test(
    'nothing of a request that waits, nor anything as a stranger',
    scene(async (on) => {
      const { id } = await anIntroduction(on, 'requested')
      expect(await discloseCompany(on.as(on.who.financier), id)).toEqual({
        groups: [],
        until: null,
      })
      const own = await opened(on)
      const stranger = financierActor(on.cast.otherFinancier, on.cast.of.otherFinancier.owner)
      expect(await discloseCompany(on.as(stranger), own)).toBeNull()
    }),
  )
})

describe('a consent', () => {
  test.each<[string, { groups: FieldGroup[]; until: string }, string]>([
    ['to a group that was not asked', { groups: [...least, 'property'], until }, 'group-not-asked'],
    ['until yesterday', { groups: least, until: '2024-05-14' }, 'until-past'],
    ['for over a year', { groups: least, until: '2025-05-16' }, 'until-far'],
  ])('%s is refused', (_name, input, refusal) =>
    scene(async (on) => {
      const { id } = await anIntroduction(on, 'requested')
      await expectRefusal(on.db, () => giveConsent(on.as(on.who.company), id, input), refusal)
    })(),
  )

  test(
    'is widened at once, and an older one of the same group ends',
    scene(async (on) => {
      const id = await opened(on)
      const wider = { groups: ['identity', 'property'] as FieldGroup[], until: '2024-09-01' }
      value(await widenConsent(on.as(on.who.company, later(1)), id, wider))
      const read = await discloseCompany(on.as(on.who.financier, later(1)), id)
      expect(read?.groups.toSorted()).toEqual(['contact', 'identity', 'property'])
      const { rows } = await on.db.execute(
        sql`select count(*)::int as rows, count(ended_at)::int as ended from consent where introduction_id = ${id}`,
      )
      expect(rows).toEqual([{ rows: 4, ended: 1 }])
      const past = { ...wider, until: '2024-05-14' }
      await expectRefusal(on.db, () => widenConsent(on.as(on.who.company), id, past), 'until-past')
    }),
  )

  test.each<[FieldGroup, string, string | null]>([
    ['accounts', 'open', null],
    ['identity', 'ended', 'consent-revoked'],
    ['contact', 'ended', 'consent-revoked'],
  ])('without %s leaves a live introduction %s', (group, state, ending) =>
    scene(async (on) => {
      const id = await opened(on, [...least, 'accounts'])
      value(await narrowConsent(on.as(on.who.company), id, [group]))
      expect(await readState(on, id)).toMatchObject({ state, ending })
      const read = await discloseCompany(on.as(on.who.financier), id)
      expect(read?.groups.includes(group)).toBe(false)
    })(),
  )

  test(
    'taken back after money is drawn stops only the reading',
    scene(async (on) => {
      const { id } = await anIntroduction(on, 'drawn')
      expect((await discloseCompany(on.as(on.who.financier), id))?.groups).toHaveLength(6)
      value(await revokeConsent(on.as(on.who.company), id))
      expect(await readState(on, id)).toMatchObject({ state: 'drawn', endedAt: null })
      expect((await discloseCompany(on.as(on.who.financier), id))?.groups).toEqual([])
    }),
  )
})

describe('other refusals leave no trace', () => {
  test(
    'a yes to an assignment that asks for nothing',
    scene(async (on) => {
      const { id } = await anIntroduction(on, 'assigned')
      await expectRefusal(
        on.db,
        () => answerIntroduction(on.as(on.who.financier), id),
        'request-missing',
      )
    }),
  )

  test(
    'a lead for a viewer, for a stranger or for nobody',
    scene(async (on) => {
      const { id } = await anIntroduction(on, 'open')
      const { financier, otherFinancier } = on.cast.of
      for (const memberId of [financier.viewer.id, otherFinancier.owner.id, id])
        await expectRefusal(
          on.db,
          () => handOver(on.as(on.who.financier), id, memberId),
          'colleague-not-found',
        )
    }),
  )

  test.each([
    ['tomorrow', '2024-05-16', 'day-in-future'],
    ['before the two were introduced', '2024-05-14', 'before-introduction'],
  ])('a contact %s', (_name, contactedOn, refusal) =>
    scene(async (on) => {
      const { id } = await anIntroduction(on, 'open')
      const met = { kind: 'call' as const, contactedOn, note: null }
      await expectRefusal(on.db, () => logContact(on.as(on.who.financier), id, met), refusal)
    })(),
  )
})

test(
  'only the first contact is a rung of the ledger',
  scene(async (on) => {
    const { id } = await anIntroduction(on, 'open')
    const met = { kind: 'visit' as const, contactedOn: '2024-05-15', note: 'seen the line' }
    value(await logContact(on.as(on.who.financier), id, met))
    value(await logContact(on.as(on.who.financier), id, met))
    const { rows } = await on.db.execute(
      sql`select rung, amount_fen::int as fen, contract_no as contract from service where introduction_id = ${id}`,
    )
    expect(rows).toEqual([{ rung: 4, fen: 0, contract: null }])
  }),
)
