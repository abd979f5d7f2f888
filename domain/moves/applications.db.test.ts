import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { organisation } from '@/db/schema'
import type { CompanyActor } from '../actor'
import { listOwnServices } from '../ledger/queries'
import { findActor } from '../member/queries'
import { listOwnNeeds } from '../need/queries'
import { listOwnNotifications } from '../notice/queries'
import { findEvidence } from '../organisation/application-queries'
import {
  findOrganisationInScope,
  findOwnOrganisation,
  listApplicantsInScope,
} from '../organisation/queries'
import { findOwnProfile } from '../profile/queries'
import { aKnownCompany, applicant, readsOf } from '../testing/applicants'
import { nextUscc, officialActor } from '../testing/cast'
import { makeIntroduction, makeNeed, makeProduct } from '../testing/rows'
import { expectRefusal, race, tale, value, type Scene } from '../testing/tale'
import { admitOrganisation } from './admit-organisation'
import { saveProfile } from './save-profile'
import { undoAdmission } from './undo-admission'

const { scene, stage } = tale()
const evidence = 'The licence was seen'

describe('an admission', () => {
  test(
    'makes name, ledger and members those of the known organisation, and what was filled in goes along',
    scene(async (on) => {
      const { db, as, who } = on
      const known = await aKnownCompany(on)
      const actor = (await applicant(on, {
        uscc: known.uscc,
        name: 'As on the licence',
      })) as CompanyActor
      const place = { district: 'yanta' as const, zone: null, park: null }
      value(await saveProfile(as(actor), { section: 'place', values: place }))
      const draft = await makeNeed(db, actor.organisationId, 'draft')
      value(await admitOrganisation(as(who.verifier), actor.organisationId, { evidence }))
      const now = await findActor(db, { memberId: actor.memberId, sessionVersion: 1 })
      expect(now).toMatchObject({
        organisationId: known.id,
        organisationName: 'As on the licence',
        organisationState: 'admitted',
      })
      const owner = now as CompanyActor
      expect(await listOwnServices(as(owner))).toHaveLength(1)
      expect(await findOwnProfile(as(owner))).toMatchObject({
        district: 'yanta',
        contactName: 'Owner',
      })
      expect((await listOwnNeeds(as(owner))).map(({ id }) => id)).toEqual([draft.id])
      expect(await listOwnNotifications(as(owner), null)).toMatchObject([{ kind: 'admitted' }])
      const left = await db
        .select()
        .from(organisation)
        .where(eq(organisation.id, actor.organisationId))
      expect(left).toEqual([])
    }),
  )

  test(
    'is refused of another kind than the code is known as',
    scene(async (on) => {
      const known = await aKnownCompany(on, 'financier')
      const { organisationId } = await applicant(on, { uscc: known.uscc })
      const admit = () => admitOrganisation(on.as(on.who.verifier), organisationId, { evidence })
      await expectRefusal(on.db, admit, 'kind-differs')
    }),
  )

  test(
    'of one code by two verifiers at once is one',
    stage(async (on) => {
      const uscc = nextUscc()
      const ids: string[] = []
      for (const email of ['one@test.example', 'two@test.example'])
        ids.push((await applicant(on, { uscc, email })).organisationId)
      const admit = ids.map(
        (id) => () => admitOrganisation(on.as(on.who.verifier), id, { evidence }),
      )
      expect(await race(admit)).toEqual({ won: 1, told: ['code-held'] })
    }),
  )
})

/** A company that somebody was admitted as, and another who applies with its code. */
async function contested(on: Scene) {
  const known = await aKnownCompany(on)
  const first = await applicant(on, {
    uscc: known.uscc,
    name: 'First',
    email: 'first@test.example',
  })
  const admit = (id: string, instead = false) =>
    admitOrganisation(on.as(on.who.verifier), id, { evidence, instead })
  value(await admit(first.organisationId))
  const second = await applicant(on, {
    uscc: known.uscc,
    name: 'Second',
    email: 'second@test.example',
    evidence: 'Call the switchboard',
  })
  return { known, first, second, admit }
}

describe('two who apply with one code', () => {
  test(
    'are both received and stand beside each other, and whoever holds it is told',
    scene(async (on) => {
      const { as, who, cast } = on
      const { known, first, second } = await contested(on)
      const waiting = await listApplicantsInScope(as(who.verifier))
      expect(waiting.find(({ id }) => id === second.organisationId)).toMatchObject({
        name: 'Second',
        others: 1,
      })
      const found = await findOrganisationInScope(as(who.verifier), second.organisationId)
      if (!found) throw new Error('not found')
      expect(await findEvidence(as(who.verifier), found.organisation)).toMatchObject({
        evidence: 'Call the switchboard',
        ledgerRows: 1,
        isElsewhere: false,
        sides: [{ id: known.id, name: 'First', people: [{ email: 'first@test.example' }] }],
      })
      const owner = await findActor(on.db, { memberId: first.memberId, sessionVersion: 1 })
      if (!owner) throw new Error('nobody')
      expect((await listOwnNotifications(as(owner), null)).map(({ kind }) => kind)).toContain(
        'contested',
      )
      // Of a side elsewhere a verifier of other places learns only that it is there.
      await on.db
        .update(organisation)
        .set({ district: 'beilin' })
        .where(eq(organisation.id, known.id))
      const scope = { city: false as const, districts: ['yanta' as const], zones: [] }
      const elsewhere = as(
        officialActor(cast.authority, cast.of.authority.owner, ['verifier'], scope),
      )
      expect(await findEvidence(elsewhere, found.organisation)).toMatchObject({
        sides: [],
        isElsewhere: true,
        ledgerRows: 0,
      })
    }),
  )

  test(
    'the code goes to the second only in the place of the first, who then reads nothing of it',
    scene(async (on) => {
      const { db, as } = on
      const { known, first, second, admit } = await contested(on)
      const need = await makeNeed(db, known.id, 'published')
      const product = await makeProduct(db, on.cast.financier.id, 'live')
      const talk = await makeIntroduction(
        db,
        {
          needId: need.id,
          companyId: known.id,
          financierId: on.cast.financier.id,
          productId: product.id,
        },
        'open',
      )
      await expectRefusal(db, () => admit(second.organisationId), 'code-held')
      expect(value(await admit(second.organisationId, true))).toBe(known.id)
      expect(await findActor(db, { memberId: first.memberId, sessionVersion: 1 })).toBeNull()
      const before = await findActor(db, { memberId: first.memberId, sessionVersion: 2 })
      expect(before).toMatchObject({ organisationState: 'refused', organisationName: 'First' })
      if (!before) throw new Error('nobody')
      expect(await readsOf(on, before)).not.toContain('CANARY')
      expect(await findOwnOrganisation(as(before))).toMatchObject({ stateReason: evidence })
      const now = await findActor(db, { memberId: second.memberId, sessionVersion: 1 })
      expect(now).toMatchObject({ organisationId: known.id, organisationName: 'Second' })
      expect(await listOwnServices(as(now as CompanyActor))).toHaveLength(1)
      const { rows } = await db.execute(
        `select n.state, i.state as talk from need n join introduction i on i.need_id = n.id where i.id = '${talk.id}'`,
      )
      expect(rows).toEqual([{ state: 'withdrawn', talk: 'ended' }])
    }),
  )

  test(
    'an official of a district does not decide between them',
    scene(async (on) => {
      const { second } = await contested(on)
      const { cast, as, db } = on
      await db
        .update(organisation)
        .set({ district: 'yanta' })
        .where(eq(organisation.id, second.organisationId))
      const scope = { city: false as const, districts: ['yanta' as const], zones: [] }
      const local = as(officialActor(cast.authority, cast.of.authority.owner, ['verifier'], scope))
      const admit = () =>
        admitOrganisation(local, second.organisationId, { evidence, instead: true })
      await expectRefusal(db, admit, 'scope-not-city')
    }),
  )
})

test(
  'an admission that was wrong is undone: the name is what it was, and the code is open again',
  scene(async (on) => {
    const { db, as, who } = on
    const { known, first, second, admit } = await contested(on)
    value(await undoAdmission(as(who.verifier), known.id, 'Not theirs'))
    const [now] = await db.select().from(organisation).where(eq(organisation.id, known.id))
    expect(now).toMatchObject({ state: 'known', name: 'CANARY-KNOWN', district: null })
    const shut = await findActor(db, { memberId: first.memberId, sessionVersion: 2 })
    expect(shut).toMatchObject({ organisationState: 'refused' })
    expect(value(await admit(second.organisationId))).toBe(known.id)
  }),
)

test(
  'undoing the admission of a financier takes its products off and ends its live talks',
  scene(async (on) => {
    const { db, as, who, cast } = on
    const need = await makeNeed(db, cast.company.id, 'published')
    const product = await makeProduct(db, cast.financier.id, 'live')
    await makeIntroduction(
      db,
      {
        needId: need.id,
        companyId: cast.company.id,
        financierId: cast.financier.id,
        productId: product.id,
      },
      'open',
    )
    value(await undoAdmission(as(who.verifier), cast.financier.id, 'Not a bank'))
    const { rows } = await db.execute(
      `select p.state, i.state as talk from product p join introduction i on i.product_id = p.id where p.id = '${product.id}'`,
    )
    expect(rows).toEqual([{ state: 'retired', talk: 'ended' }])
  }),
)
