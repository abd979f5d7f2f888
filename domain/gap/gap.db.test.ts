import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { notification, outboxMail, qualification, whiteListEntry } from '@/db/schema'
import type { DeclineCode } from '../introduction/introduction'
import { newId } from '../id'
import { inviteCompany } from '../moves/invite-company'
import { tellFinanciers } from '../moves/tell-financiers'
import { makeCompany, makeMember, makeOrganisation, NOW } from '../testing/cast'
import {
  makeIntroduction,
  makeMatch,
  makeNeed,
  makeProduct,
  makeService,
  WAN,
} from '../testing/rows'
import { expectRefusal, tale, value, type Scene } from '../testing/tale'
import { countDeclines } from './declines'
import { DECLINES_SHOWN_FROM, isInGroup } from './gap'
import { listGap } from './never-served'
import { listAskedNeeds } from './supply-queries'
import { listUnfitNeeds } from './unfit-needs'

const { scene } = tale()
const compose = ({ about }: { about: string }) => ({ subject: about, text: 'text', html: 'html' })

const certify = (db: Scene['db'], organisationId: string, validTo: string | null) =>
  db.insert(qualification).values({
    ...{ id: newId(), organisationId, kind: 'gazelle', level: 'provincial' },
    ...{ validFrom: '2023-01-01', validTo },
  })
const list = (db: Scene['db'], organisationId: string) =>
  db.insert(whiteListEntry).values({
    ...{ id: newId(), batchOn: '2024-03-15', organisationId, chain: 'photonics' },
  })

test(
  'the map holds who is listed or certified today and was never answered nor served, each in its groups',
  scene(async ({ db, cast, who, as }) => {
    const listed = await makeCompany(db)
    await list(db, listed.id)
    const both = await makeCompany(db)
    await list(db, both.id)
    await certify(db, both.id, null)
    const lapsed = await makeCompany(db)
    await certify(db, lapsed.id, '2024-05-14')
    const served = await makeCompany(db)
    await certify(db, served.id, null)
    await makeService(db, { companyId: served.id, financierId: cast.financier.id }, 'reported', {
      rung: 4,
    })
    const voided = await makeCompany(db)
    await certify(db, voided.id, '2024-05-15')
    await makeService(db, { companyId: voided.id, financierId: cast.financier.id }, 'voided')
    const known = await makeOrganisation(db, 'company', { state: 'known' })
    const found = await listGap(as(who.verifier))
    const idsIn = (group: Parameters<typeof isInGroup>[1]) =>
      found.filter((one) => isInGroup(one, group)).map(({ id }) => id)
    expect(idsIn('white-list').toSorted()).toEqual([listed.id, both.id].toSorted())
    expect(idsIn('qualified').toSorted()).toEqual([both.id, voided.id].toSorted())
    expect(idsIn('unregistered')).toEqual([known.id])
  }),
)

test(
  'a need without a product names the rule that alone stands in the way, and tells those financiers once',
  scene(async ({ db, cast, who, as }) => {
    const { id } = await makeNeed(db, cast.company.id, 'published')
    const small = { amountMaxFen: 200 * WAN }
    await makeProduct(db, cast.financier.id, 'live', small)
    await makeProduct(db, cast.financier.id, 'live', small)
    await makeProduct(db, cast.otherFinancier.id, 'live', { ...small, tenorMaxMonths: 6 })
    const [unfit, ...others] = await listUnfitNeeds(as(who.verifier))
    expect(others).toEqual([])
    expect(unfit).toMatchObject({ id, rule: 'amount', alone: { financiers: 1 }, toldOn: null })
    expect(unfit?.alone.products).toHaveLength(2)
    expect(value(await tellFinanciers(as(who.verifier), id))).toBe(1)
    const told = await db.select().from(notification).where(eq(notification.kind, 'one-rule'))
    const { owner, editor } = cast.of.financier
    expect(told.map(({ memberId }) => memberId).toSorted()).toEqual(
      [owner.id, editor.id].toSorted(),
    )
    expect(JSON.stringify(told)).not.toContain(id)
    await expectRefusal(db, () => tellFinanciers(as(who.verifier), id), 'told-lately')
    expect((await listUnfitNeeds(as(who.verifier)))[0]?.toldOn).toBe('2024-05-15')
    const later = new Date(NOW.getTime() + 15 * 86_400_000)
    expect(value(await tellFinanciers(as(who.verifier, later), id))).toBe(1)
  }),
)

test(
  'a need that some product fits is none of them, and nobody is told of it',
  scene(async ({ db, cast, who, as }) => {
    const { id } = await makeNeed(db, cast.company.id, 'published')
    await makeProduct(db, cast.financier.id, 'live')
    expect(await listUnfitNeeds(as(who.verifier))).toEqual([])
    await expectRefusal(db, () => tellFinanciers(as(who.verifier), id), 'nobody-to-tell')
  }),
)

test(
  'a reason is shown from five declines of a chain on, and not one sooner',
  scene(async ({ db, cast, who, as }) => {
    const { id: productId } = await makeProduct(db, cast.financier.id, 'live')
    const decline = async (declineCode: DeclineCode) => {
      const { id: needId } = await makeNeed(db, cast.company.id, 'published')
      const to = { needId, productId, companyId: cast.company.id, financierId: cast.financier.id }
      await makeIntroduction(db, to, 'ended', { declineCode })
    }
    for (let n = 1; n < DECLINES_SHOWN_FROM; n++) await decline('collateral')
    await decline('tenor')
    expect(await countDeclines(as(who.verifier))).toEqual([])
    await decline('collateral')
    expect(await countDeclines(as(who.verifier))).toEqual([
      { chain: 'photonics', codes: [{ code: 'collateral', count: DECLINES_SHOWN_FROM }] },
    ])
  }),
)

test(
  'an unregistered company gets a letter at the address typed, a registered one at its owner’s, once in a while',
  scene(async ({ db, who, as }) => {
    const how = { language: 'en' as const, compose }
    const known = await makeOrganisation(db, 'company', { state: 'known' })
    const ask = (id: string, email: string | null) =>
      inviteCompany(as(who.verifier), id, email, how)
    await expectRefusal(db, () => ask(known.id, null), 'email-required')
    value(await ask(known.id, 'boss@company.example'))
    await expectRefusal(db, () => ask(known.id, 'boss@company.example'), 'invited-lately')
    const company = await makeCompany(db)
    const owner = await makeMember(db, company.id, 'owner')
    // What is typed never leads a letter about a registered company elsewhere.
    value(await ask(company.id, 'stranger@elsewhere.example'))
    const letters = await db.select().from(outboxMail).orderBy(outboxMail.subject)
    expect(letters.map(({ email, subject, isSecret }) => [email, subject, isSecret])).toEqual([
      [owner.email, 'need', false],
      ['boss@company.example', 'sign-up', false],
    ])
  }),
)

test(
  'a need is offered the classes of the live products that fit it, and is read in its places alone',
  scene(async ({ db, cast, who, as }) => {
    const { id: needId } = await makeNeed(db, cast.company.id, 'published', {
      classes: ['credit-loan', 'equity'],
    })
    await makeNeed(db, cast.company.id, 'withdrawn')
    const financierId = cast.financier.id
    const fit = async (
      more: Parameters<typeof makeProduct>[3],
      state: 'live' | 'paused',
      eligible: boolean,
    ) => {
      const { id: productId } = await makeProduct(db, financierId, state, more)
      await makeMatch(db, { needId, productId, financierId }, { eligible })
    }
    await fit({ class: 'credit-loan' }, 'live', true)
    await fit({ class: 'credit-loan' }, 'live', true)
    await fit({ class: 'secured-loan' }, 'live', false)
    await fit({ class: 'equity' }, 'paused', true)
    const context = as(who.verifier)
    expect(await listAskedNeeds(context)).toMatchObject([{ id: needId, offered: ['credit-loan'] }])
    const scope = { city: false as const, districts: ['beilin' as const], zones: [] }
    expect(await listAskedNeeds({ ...context, actor: { ...context.actor, scope } })).toEqual([])
  }),
)
