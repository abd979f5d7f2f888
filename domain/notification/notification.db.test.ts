import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { consent, event, introduction, member, notification } from '@/db/schema'
import type { MemberActor } from '../actor'
import { claimNeed } from '../introduction/claim-need'
import { giveConsent } from '../introduction/give-consent'
import { handOver } from '../introduction/hand-over'
import { logContact } from '../introduction/log-contact'
import { disputeService } from '../ledger/dispute-service'
import { judgeNeed, judgeProduct } from '../match/judge-pairs'
import { revokeConsent } from '../moves/revoke-consent'
import { withdrawNeed } from '../moves/withdraw-need'
import { amendNeed } from '../need/amend-need'
import { approveNeed } from '../need/approve-need'
import { countUnread, findOwnNotification, listOwnNotifications } from '../notice/queries'
import { makeCompany, makeMember, NOW, officialActor } from '../testing/cast'
import { register } from '../testing/register'
import { makeIntroduction, makeNeed, makeProduct, makeService, WAN } from '../testing/rows'
import { race, tale, value, type Scene } from '../testing/tale'
import { readNotifications } from './read-notifications'
import { tell } from './tell'

const { scene, stage } = tale()
const clock = { audience: 'clock' as const }
const asked = {
  groups: ['identity' as const, 'contact' as const],
  purpose: 'first-contact' as const,
  until: '2024-08-01',
}

const toldTo = async ({ as }: Scene, actor: MemberActor) =>
  (await listOwnNotifications(as(actor), null)).map(({ kind }) => kind)

/** A published need, a product that fits, and a claim of it. */
async function claimed(on: Scene) {
  const { db, cast, who, as } = on
  const { id: needId } = await makeNeed(db, cast.company.id, 'published')
  const { id: productId } = await makeProduct(db, cast.financier.id, 'live')
  value(await judgeNeed(as(clock), needId))
  const id = value(await claimNeed(as(who.financier), { needId, productId }, asked))
  return { id, needId, productId }
}

test(
  'a claim asks those who act for the company, once each, and neither its viewer nor whoever claimed',
  scene(async (on) => {
    const { db, cast, who } = on
    const { id } = await claimed(on)
    const lines = await db.select().from(notification).where(eq(notification.subjectId, id))
    const { owner, editor } = cast.of.company
    expect(lines.map(({ memberId }) => memberId).toSorted()).toEqual(
      [owner.id, editor.id].toSorted(),
    )
    expect(await toldTo(on, who.company)).toEqual(['consent-asked'])
    expect(await toldTo(on, who.financier)).toEqual(['lead'])
  }),
)

test(
  'a product that finds many leads is one line',
  scene(async (on) => {
    const { db, cast, who, as } = on
    for (let n = 0; n < 12; n++) {
      const company = await makeCompany(db)
      await makeNeed(db, company.id, 'published')
    }
    const { id: productId } = await makeProduct(db, cast.financier.id, 'live')
    value(await judgeProduct(as(clock), productId))
    const [line, ...rest] = await listOwnNotifications(as(who.financier), null)
    expect(rest).toEqual([])
    expect(line?.many).toBeGreaterThanOrEqual(12)
    expect(line).toMatchObject({ kind: 'lead', subject: 'product', subjectId: productId })
  }),
)

test(
  'a financier reads no name before consent, reads it after, and no more once it is taken back',
  scene(async (on) => {
    const { db, cast, who, as } = on
    const { id } = await claimed(on)
    const read = () => listOwnNotifications(as(who.financier), null)
    expect(JSON.stringify(await read())).not.toContain(cast.company.name)
    const { groups, until } = asked
    value(await giveConsent(as(who.company), id, { groups, until }))
    const [given] = await read()
    expect(given).toMatchObject({ kind: 'consent-given', facts: { name: cast.company.name } })
    value(await revokeConsent(as(who.company), id))
    const after = await read()
    expect(after[0]).toMatchObject({ kind: 'consent-taken-back', facts: { name: null } })
    const all = JSON.stringify(after)
    for (const hidden of [cast.company.name, cast.company.uscc, cast.company.id])
      expect(all).not.toContain(hidden)
    expect(await db.$count(consent)).toBeGreaterThan(0)
  }),
)

test(
  'what is in a colleague’s hand is told to that one; once it is gone, to all who act',
  scene(async (on) => {
    const { db, cast, who, as } = on
    const { id } = await claimed(on)
    const { groups, until } = asked
    value(await giveConsent(as(who.company), id, { groups, until }))
    const { editor, owner } = cast.of.financier
    value(await handOver(as(who.financier), id, editor.id))
    await db.delete(notification)
    value(await revokeConsent(as(who.company), id))
    const told = async () => (await db.select().from(notification)).map((line) => line.memberId)
    expect(await told()).toEqual([editor.id])
    await db.update(member).set({ state: 'removed' }).where(eq(member.id, editor.id))
    const [happened] = await db
      .select()
      .from(event)
      .where(eq(event.type, 'introduction.consent-revoked'))
    if (!happened) throw new Error('no event')
    await db.delete(notification)
    await tell(db, happened)
    expect(await told()).toEqual([owner.id])
  }),
)

test(
  'handing over tells the colleague, and not whoever hands to itself',
  scene(async (on) => {
    const { db, cast, who, as } = on
    const { id } = await claimed(on)
    await db.delete(notification)
    value(await handOver(as(who.financier), id, cast.of.financier.editor.id))
    value(await handOver(as(who.financier), id, cast.of.financier.owner.id))
    const lines = await db.select().from(notification)
    expect(lines.map(({ memberId, kind }) => [memberId, kind])).toEqual([
      [cast.of.financier.editor.id, 'handed-over'],
    ])
  }),
)

test(
  'an amendment and an end are told to the financiers in talk, of their own introduction',
  scene(async (on) => {
    const { db, who, as } = on
    const { id, needId } = await claimed(on)
    await db.delete(notification)
    const [row] = await db.query.need.findMany({ where: (need) => eq(need.id, needId) })
    if (!row?.useKind || !row.amountFen || !row.wantedBy) throw new Error('no need')
    const { useKind, amountFen, wantedBy } = row
    value(
      await amendNeed(as(who.company), needId, {
        ...row,
        useKind,
        wantedBy,
        amountFen: amountFen - WAN,
      }),
    )
    value(await withdrawNeed(as(who.company), needId))
    const lines = await listOwnNotifications(as(who.financier), null)
    expect(lines.map(({ kind, subjectId }) => [kind, subjectId])).toEqual([
      ['talk-ended', id],
      ['need-amended', id],
    ])
  }),
)

test(
  'officials are told with the duty and in scope only; an applicant once its place is known',
  scene(async (on) => {
    const { db, cast, as } = on
    const people = async (more: Partial<typeof member.$inferInsert>) =>
      makeMember(db, cast.authority.id, 'editor', more)
    const city = await people({ duties: ['verifier'], scopeCity: true })
    const yanta = await people({ duties: ['verifier'], scopeDistricts: ['yanta'] })
    const beilin = await people({ duties: ['verifier'], scopeDistricts: ['beilin'] })
    const zone = await people({ duties: ['statistician'], scopeZones: ['high-tech'] })
    const told = async () =>
      (await db.select().from(notification)).map((line) => line.memberId).toSorted()
    const { id: needId } = await makeNeed(db, cast.company.id, 'in-review')
    const submitted = { id: needId, at: NOW, type: 'need.submitted', memberId: null }
    await tell(db, { ...submitted, subjectId: needId, facts: {} })
    expect(await told()).toEqual([city.id, yanta.id].toSorted())

    await db.delete(notification)
    const service = await makeService(
      db,
      { companyId: cast.company.id, financierId: cast.financier.id },
      'reported',
    )
    value(
      await disputeService(as(on.who.company), service.id, { reason: 'no', rightAmountFen: null }),
    )
    const disputed = await told()
    expect(disputed).toContain(zone.id)
    for (const other of [city.id, yanta.id, beilin.id]) expect(disputed).not.toContain(other)

    await db.delete(notification)
    const { organisationId } = value(
      await register(as({ audience: 'public' }), { name: 'Newcomer' }),
    )
    expect(await told()).toEqual([city.id])
    const actor = officialActor(cast.authority, city, ['verifier'])
    const [line] = await listOwnNotifications(as(actor), null)
    expect(line).toMatchObject({ subjectId: organisationId, facts: { name: 'Newcomer' } })
  }),
)

test(
  'reading is one’s own: a stranger’s line is not found, and stays unread',
  scene(async (on) => {
    const { db, who, cast, as } = on
    await claimed(on)
    const [line] = await db
      .select()
      .from(notification)
      .where(eq(notification.memberId, cast.of.company.owner.id))
    if (!line) throw new Error('nobody was told')
    expect(await findOwnNotification(as(who.financier), line.id)).toBeNull()
    await readNotifications(as(who.financier), { id: line.id })
    expect(await countUnread(as(who.company))).toBe(1)
    await readNotifications(as(who.company), 'all')
    expect(await countUnread(as(who.company))).toBe(0)
  }),
)

test(
  'a refused verb tells nobody; a need approved and a contact logged tell the company',
  scene(async (on) => {
    const { db, cast, who, as } = on
    const { id: needId } = await makeNeed(db, cast.company.id, 'in-review')
    const { id: productId } = await makeProduct(db, cast.financier.id, 'live')
    value(await approveNeed(as(who.verifier), needId))
    const to = { needId, productId, companyId: cast.company.id, financierId: cast.financier.id }
    const talk = await makeIntroduction(db, to, 'open', { createdAt: NOW })
    const contact = { kind: 'call' as const, contactedOn: '2024-05-15', note: null }
    value(await logContact(as(who.financier), talk.id, contact))
    expect(await toldTo(on, who.company)).toEqual(['contact-logged', 'need-approved'])
    await db
      .update(introduction)
      .set({ state: 'ended', endedAt: NOW })
      .where(eq(introduction.id, talk.id))
    expect((await logContact(as(who.financier), talk.id, contact)).ok).toBe(false)
    expect(await toldTo(on, who.company)).toHaveLength(2)
  }),
)

// These commit, and come last.

test(
  'telling the same event again, or twice at once, makes one line for each',
  stage(async (on) => {
    const { db } = on
    const { id } = await claimed(on)
    const [happened] = await db.select().from(event).where(eq(event.subjectId, id))
    if (!happened) throw new Error('no event')
    const before = await db.$count(notification)
    await tell(db, happened)
    await Promise.all([1, 2, 3, 4].map(() => db.transaction((tx) => tell(tx, happened))))
    expect(await db.$count(notification)).toBe(before)
  }),
)

test(
  'a new lead is told once, though it is judged twice, at once, and by a second product',
  stage(async (on) => {
    const { db, cast, as } = on
    const { id: needId } = await makeNeed(db, cast.company.id, 'published')
    const { id: productId } = await makeProduct(db, cast.otherFinancier.id, 'live')
    const later = new Date(NOW.getTime() + 60_000)
    await race([
      () => judgeNeed(as(clock), needId),
      () => judgeNeed(as(clock), needId),
      () => judgeProduct(as(clock), productId),
    ])
    const { id: second } = await makeProduct(db, cast.otherFinancier.id, 'live')
    value(await judgeProduct(as(clock, later), second))
    const { owner, editor, viewer } = cast.of.otherFinancier
    const count = (memberId: string) => db.$count(notification, eq(notification.memberId, memberId))
    // The need of the test before may be a lead of this one too: each is a line, none is two.
    const lines = await db.select().from(notification).where(eq(notification.memberId, owner.id))
    expect(new Set(lines.map(({ causeId }) => causeId)).size).toBe(lines.length)
    expect(lines.filter(({ kind }) => kind === 'lead').length).toBeGreaterThan(0)
    expect(await count(editor.id)).toBe(lines.length)
    expect(await count(viewer.id)).toBe(0)
  }),
)
